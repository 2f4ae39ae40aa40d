//! `document!`: from one list of fields, how a type is read and written, and what shape it has.

/// Makes a type a [`Document`](crate::tree::Document), written next to the type's definition.
///
/// - `document! { Band { id, label } }`: fields in the order in which they are written, each due.
///   One that is forgotten does not compile. Names are camelCase outside.
/// - `full_score: default(Figure::HUNDRED)`: may be absent and is then this; `default` alone is
///   the type's own. It is always written.
/// - `meaning: optional`: as with `default`, but not written while it is blank;
///   `per: optional(Figure::ONE)`: not written while it is this.
/// - `overridden as "override"`: a name of its own outside.
/// - `document! { Project: default { … } }`: all fields are so.
/// - `document! { lenient Settings { … } }`: fields that nobody knows are passed over.
/// - `document! { Table { … } then Table::check }`: what is asked of the whole once it was read.
/// - `document! { enum Kind { A, B } }`: one of these texts, in kebab-case; adds `name`.
/// - `document! { enum Rule by "kind" { A, B } }`: fields, and a `kind` that says whose.
/// - `document! { enum Modifier by "kind" { A { … }, B { … } } }`: the same, of named fields.
macro_rules! document {
    (enum $type:ident { $($variant:ident),* $(,)? }) => {
        impl $type {
            /// What documents call it.
            pub fn name(self) -> &'static str {
                match self { $($type::$variant => document!(@name $variant)),* }
            }
        }

        impl $crate::tree::Document for $type {
            fn read(tree: $crate::tree::Tree, reader: &mut $crate::tree::Reader) -> $type {
                const ALL: &[$type] = &[$($type::$variant),*];
                const NAMES: &[&str] = &[$(document!(@name $variant)),*];
                ALL[reader.choice(tree, NAMES)]
            }

            fn write(&self, writer: &mut $crate::tree::Writer) {
                writer.string(self.name());
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn shape(shapes: &mut $crate::tree::shape::Shapes) -> $crate::tree::Tree {
                shapes.named::<$type>(stringify!($type), |_| {
                    $crate::tree::shape::any_of(vec![$($crate::tree::shape::constant(
                        document!(@name $variant),
                        &$crate::tree::shape::place::<$type>("::", stringify!($variant)),
                    )),*])
                })
            }
        }
    };

    (enum $type:ident by $tag:literal { $($variant:ident),* $(,)? }) => {
        document! { @tagged $type $tag { $($variant)* }
            |fields| { $($type::$variant($crate::tree::Record::take(fields)))* }
            |self, writer| { $($type::$variant(record) => $crate::tree::Record::put(record, writer);)* }
            |shapes| { $($crate::tree::shape::record_of(
                |it: &$type| match it { $type::$variant(record) => Some(record), _ => None },
                shapes,
            );)* }
        }
    };

    (enum $type:ident by $tag:literal { $($variant:ident {
        $($field:ident $(as $name:literal)? $(: $how:ident $(($default:expr))?)?),* $(,)?
    }),* $(,)? }) => {
        document! { @tagged $type $tag { $($variant)* }
            |fields| { $($type::$variant {
                $($field: document!(
                    @take fields, document!(@name $field $($name)?) $(, $how $($default)?)?
                )),*
            })* }
            |self, writer| { $($type::$variant { $($field),* } => {
                $(document!(
                    @put $field, writer, document!(@name $field $($name)?) $(, $how $($default)?)?
                );)*
            };)* }
            |shapes| { $({
                let mut shape = $crate::tree::shape::Shape::of(
                    $crate::tree::shape::place::<$type>("::", stringify!($variant)),
                );
                $(shape.field(
                    (stringify!($field), document!(@name $field $($name)?)),
                    |it: &$type| match it { $type::$variant { $field, .. } => Some($field), _ => None },
                    document!(@presence $($how $($default)?)?),
                    shapes,
                );)*
                shape
            };)* }
        }
    };

    (@tagged $type:ident $tag:literal { $($variant:ident)* }
        |$fields:ident| { $($read:expr)* }
        |$self:ident, $writer:ident| { $($pattern:pat => $write:expr;)* }
        |$shapes:ident| { $($shape:expr;)* }
    ) => {
        impl $crate::tree::Document for $type {
            #[allow(unused_variables, reason = "some have no field")]
            fn read(tree: $crate::tree::Tree, reader: &mut $crate::tree::Reader) -> $type {
                const NAMES: &[&str] = &[$(document!(@name $variant)),*];
                const READ: &[fn(&mut $crate::tree::Fields<'_>) -> $type] =
                    &[$(|$fields| $read),*];
                let mut fields = reader.fields(tree);
                let read = READ[fields.kind($tag, NAMES)](&mut fields);
                fields.done();
                read
            }

            fn write(&$self, $writer: &mut $crate::tree::Writer) {
                $writer.open('{');
                $writer.name($tag);
                match $self {
                    $($pattern => {
                        $writer.string(document!(@name $variant));
                        $write;
                    })*
                }
                $writer.close('}');
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn shape($shapes: &mut $crate::tree::shape::Shapes) -> $crate::tree::Tree {
                #[allow(unreachable_patterns, reason = "some have one kind only")]
                $shapes.named::<$type>(stringify!($type), |$shapes| {
                    $crate::tree::shape::any_of(vec![$($shape.tagged(
                        $tag,
                        document!(@name $variant),
                        &$crate::tree::shape::place::<$type>("::", stringify!($variant)),
                    )),*])
                })
            }
        }
    };

    ($type:ident: $how:ident { $($field:ident $(as $name:literal)?),* $(,)? }) => {
        document! { $type { $($field $(as $name)?: $how),* } }
    };

    (lenient $type:ident: $how:ident { $($field:ident),* $(,)? }) => {
        document! { @record leave $type { $($field: $how),* } }
    };

    ($type:ident { $($fields:tt)* } $(then $check:path)?) => {
        document! { @record done $type { $($fields)* } $($check)? }
    };

    (@record $end:ident $type:ident {
        $($field:ident $(as $name:literal)? $(: $how:ident $(($default:expr))?)?),* $(,)?
    } $($check:path)?) => {
        impl $crate::tree::Record for $type {
            const FIELDS: &'static [&'static str] = &[$(document!(@name $field $($name)?)),*];

            #[allow(unused_variables, reason = "some have no field yet")]
            fn take(fields: &mut $crate::tree::Fields<'_>) -> $type {
                $type {
                    $($field: document!(
                        @take fields, document!(@name $field $($name)?) $(, $how $($default)?)?
                    )),*
                }
            }

            #[allow(unused_variables, reason = "some have no field yet")]
            fn put(&self, writer: &mut $crate::tree::Writer) {
                $(document!(
                    @put &self.$field, writer, document!(@name $field $($name)?) $(, $how $($default)?)?
                );)*
            }

            #[cfg(not(target_arch = "wasm32"))]
            #[allow(unused_variables, unused_mut, reason = "some have no field yet")]
            fn fields_shape(shapes: &mut $crate::tree::shape::Shapes) -> $crate::tree::shape::Shape {
                let mut shape = $crate::tree::shape::Shape::of($crate::tree::shape::place::<$type>("", ""));
                $(shape.field(
                    (stringify!($field), document!(@name $field $($name)?)),
                    |it: &$type| Some(&it.$field),
                    document!(@presence $($how $($default)?)?),
                    shapes,
                );)*
                shape
            }
        }

        impl $crate::tree::Document for $type {
            fn read(tree: $crate::tree::Tree, reader: &mut $crate::tree::Reader) -> $type {
                let mut fields = reader.fields(tree);
                let read = $crate::tree::Record::take(&mut fields);
                fields.$end();
                $($check(&read, reader);)?
                read
            }

            fn write(&self, writer: &mut $crate::tree::Writer) {
                writer.open('{');
                $crate::tree::Record::put(self, writer);
                writer.close('}');
            }

            fn is_blank(&self) -> bool {
                true $(&& $crate::tree::Document::is_blank(&self.$field))*
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn shape(shapes: &mut $crate::tree::shape::Shapes) -> $crate::tree::Tree {
                shapes.named::<$type>(stringify!($type), |shapes| {
                    let shape = <$type as $crate::tree::Record>::fields_shape(shapes);
                    shape.finish(stringify!($end) == "done")
                })
            }
        }
    };

    (@take $fields:ident, $name:expr) => { $fields.due($name) };
    (@take $fields:ident, $name:expr, $how:ident) => { $fields.may($name) };
    (@take $fields:ident, $name:expr, $how:ident $default:expr) => {
        match $fields.take($name) {
            Some(value) => $crate::tree::Document::read(value, $fields.reader),
            None => $default,
        }
    };

    (@presence) => { $crate::tree::shape::Presence::Due };
    (@presence optional) => { $crate::tree::shape::Presence::Optional };
    (@presence default) => { $crate::tree::shape::Presence::Default(Default::default()) };
    (@presence $how:ident $default:expr) => { $crate::tree::shape::Presence::Default($default) };

    (@put $value:expr, $writer:ident, $name:expr, optional) => {
        if !$crate::tree::Document::is_blank($value) {
            document!(@put $value, $writer, $name);
        }
    };
    (@put $value:expr, $writer:ident, $name:expr, optional $default:expr) => {
        if *$value != $default {
            document!(@put $value, $writer, $name);
        }
    };
    (@put $value:expr, $writer:ident, $name:expr $(, default $($default:expr)?)?) => {
        $writer.name($name);
        $crate::tree::Document::write($value, $writer);
    };

    (@name $name:ident) => {{
        const SOURCE: &str = stringify!($name);
        const MADE: [u8; $crate::tree::cased_length(SOURCE)] = $crate::tree::cased(SOURCE);
        const NAME: &str = $crate::tree::text(&MADE);
        NAME
    }};
    (@name $name:ident $given:literal) => { $given };
}

pub(crate) use document;
