//! Texts of `whatif::swing`.

super::super::texts! {
    LARGEST_BY = "各项单独变动±{n}%时，对总分影响最大的依次为：{list}。",
        "With each input alone moved by ±{n}%, the total moves most with: {list}.";
    LARGEST_BY_OR_ALL = "各项单独变动±{n}%时（评价人赋分、定档等按其全部可选结果），对总分影响最大的依次为：{list}。",
        "With each input alone moved by ±{n}% (judgements, levels and the like over all their choices), the total moves most with: {list}.";
    LARGEST_OF_ENDS = "各项单独变动到规则的两端时，对总分影响最大的依次为：{list}。",
        "With each input alone moved to the ends of its rule, the total moves most with: {list}.";
    ITEM = "{name}（由{from}至{to}，{total}在{low}至{high}之间，变动{width}）",
        "{name} (from {from} to {to}, {total} from {low} to {high}, a change of {width})";
    NOTHING_MOVES = "各项单独变动都不改变总分。", "No input alone changes the total.";
    GRADE_STAYS = "其中任何一项都不改变等级“{grade}”。", "None of them changes the grade “{grade}”.";
    GRADE_TURNS = "会改变等级“{grade}”的有{n}项：{list}。", "Inputs that change the grade “{grade}”: {n}. {list}.";
    GRADE_MAY_TURN = "可能改变等级“{grade}”的有{n}项：{list}。", "Inputs that may change the grade “{grade}”: {n}. {list}.";
}
