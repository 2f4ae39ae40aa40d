//! Mounts the page.

fn main() {
    if let Some(body) = web_sys::window().and_then(|window| window.document()?.body()) {
        leptos::mount::mount_to_renderer(&body, jiheng::app::app).forget();
    }
}
