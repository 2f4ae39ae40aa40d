//! Values that have the wrong shape: what is there, what is due, how to mend it.

use super::texts;

texts! {
    MISSING = "缺少字段“{name}”；请补上", "The field “{name}” is missing; add it";
    UNKNOWN_FIELD = "没有“{name}”这个字段；请改名或删去，这里可用的有：{due}",
        "There is no field “{name}”; rename or remove it. Known here: {due}";
    UNKNOWN_VARIANT = "“{name}”不是这里可用的取值；可用的有：{due}", "“{name}” is no value for this; use one of: {due}";
    EXPECTED = "这里应是{due}，现在是{found}；请改正", "This is to be {due}, and is {found}; correct it";
    BAD_FIGURE = "“{text}”不能用作数字；请写成 \"12.50\" 这样，不带千分位和单位，最多15位有效数字、6位小数",
        "“{text}” is no figure; write it like \"12.50\", without separators or units, with at most 15 digits and 6 decimals";
    TOO_MUCH = "内容比任何指标体系都多；请检查是否重复", "This is more than any rubric holds; look for what is repeated";
    BETWEEN = "、", ", ";
    NOTHING = "空", "nothing";
    YES = "true", "true";
    NO = "false", "false";
    A_NUMBER = "不带引号的数字", "a number without quotes";
    A_LIST = "列表 [ … ]", "a list [ … ]";
    AN_OBJECT = "对象 { … }", "an object { … }";
    A_TEXT = "文本", "a text in quotes";
    TEXT_SAYING = "文本“{text}”", "the text “{text}”";
    A_WHOLE = "不带引号的整数", "a whole number without quotes";
    A_SMALLER = "更小的整数", "a smaller whole number";
    YES_OR_NO = "true 或 false", "true or false";
    A_FIGURE = "带引号的数字，如 \"12.50\"", "a figure in quotes, such as \"12.50\"";
    FIGURE_OR_RANGE = "带引号的数字，如 \"12.50\"，或含 from 和 to 的对象", "a figure in quotes, such as \"12.50\", or an object with from and to";
    FIGURE_OR_FACT = "带引号的数字，如 \"12.50\"，或含 fact 的对象", "a figure in quotes, such as \"12.50\", or an object with fact";
    A_SCOPE = "\"leaf\"、\"total\" 或一个指标的标识", "\"leaf\", \"total\" or the id of a group";
    NO_FRACTION = "文本、整数、列表或对象", "a text, a count, a list or an object";
}
