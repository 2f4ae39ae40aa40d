//! Texts of the tab 核验: its frame and its controls. What the findings say is in `audit`.

super::texts! {
    TITLE = "核验已公布的评分表", "Audit a published table";
    ABOUT = "粘贴一张打过分的绩效评价表或自评表，立即重算每个合计、比率和等级，指出哪里对不上、差多少、等级是否改变。内容只在本机处理。",
        "Paste a scored evaluation or self-evaluation table: every sum, rate and grade is computed again at once, and what does not hold is told, with how far it is off and whether the grade changes. Nothing leaves this machine.";

    // What comes in.
    FIELD = "评分表", "Table";
    FIELD_MORE = "再加一张表（如正文中的表、附表）", "One more table, such as that of the body or an annex";
    FIELD_HINT = "在Word、WPS、Excel或网页中选中整张表（连同表头）复制，在这里粘贴；表前后写有总分、等级的文字可以一并复制。",
        "Select the whole table with its heads in Word, WPS, Excel or on a web page, copy it and paste it here, along with any text around it that gives the total or the grade.";
    FILE = "打开文件（.csv、.html、.txt）", "Open a file (.csv, .html, .txt)";
    BLANK = "逐格录入", "Type it in a grid";
    EXAMPLE = "看一个例子", "See an example";
    CLEAR = "全部清空", "Clear all";
    UNDO = "撤销", "Undo";
    REDO = "重做", "Redo";
    CAME_IN = "已读入", "Read";
    PIECE = "《{title}》：{rows}行", "“{title}”: {rows} rows";
    PIECE_UNTITLED = "第{n}张表：{rows}行", "Table {n}: {rows} rows";
    PIECE_UNREAD = "第{n}张表：尚不能核验，请在下方指定各列", "Table {n}: not audited yet; say below what its columns hold";
    PIECE_PROSE = "文字：{n}段", "Text: {n} paragraphs";
    UNREAD = "另有{n}张没有表头的表没有核验，其中的数字没有计入：请连同表头重新复制，或在下方指定各列。",
        "{n} more tables have no heads and are not audited; their figures are not counted. Copy them with their heads, or say below what the columns hold.";
    REMOVE = "移除", "Remove";
    REMOVE_NAMED = "移除：{name}", "Remove: {name}";

    // What it comes to.
    PRINTED = "表列", "Printed";
    BY_ROWS = "按各行得分", "By the rows";
    BY_RULES = "按各行规则", "By the rules";
    NO_GRADE = "未列等级", "no grade";
    NO_TOTAL = "未列总分", "no total";
    NO_SCORES = "没有读到得分，总分无法核对", "No scores were read, so the total cannot be checked";
    UNREAD_CELLS = "有{n}个分值或得分读不出数字，没有核对", "{n} weights or scores are no figures and were not checked";
    MAY_CHANGE = "等级可能改变", "The grade may change";
    CHANGES = "等级会改变", "The grade changes";
    TOTAL_DIFFERS = "总分对不上", "The total does not hold";
    CONTRADICTS = "有算术矛盾", "There are contradictions";
    TO_EXPLAIN = "没有算术矛盾，有{n}处需要说明", "No contradiction; {n} points to explain";
    IS_SOUND = "没有发现问题", "Nothing was found";
    OPEN_FORM = "在“评分”中打开", "Open it for scoring";
    OPEN_FORM_NAMED = "在“评分”中打开：{name}", "Open it for scoring: {name}";
    OPEN_FORM_HINT = "转成一份指标体系和一次评价，得分与表列各行相同，可继续推演、修改和导出。",
        "Makes a form with its entries that scores each row as printed, to try changes, to edit and to export.";

    // What was found.
    FINDINGS = "发现的问题", "Findings";
    COUNT = "{n}处", "{n}";
    SEVERITY_ERROR = "矛盾", "Contradiction";
    SEVERITY_WARNING = "需说明", "To explain";
    SEVERITY_NOTE = "提示", "Note";
    GO = "在表中查看：{place}", "See it in the table: {place}";
    TOGETHER = "声明{rows}合并计分", "Declare {rows} to have one score";
    ROWS = "第{from}至{to}行", "rows {from} to {to}";
    ALL_FINDINGS = "显示全部{n}处", "Show all {n}";
    NOTHING_FOUND = "没有发现问题。", "Nothing was found.";
    CHECKED = "核对了哪些、没有核对哪些", "What was checked, and what was not";

    // The marked copy.
    COPY = "标注后的表", "The table, marked";
    COPY_OF = "标注后的表：{name}", "The table, marked: {name}";
    COPY_HINT = "方括号内是问题的编号。", "Numbers in brackets are those of the findings.";
    COPY_TABLE = "复制标注后的表", "Copy the marked table";
    COPY_TABLE_NAMED = "复制标注后的表：{name}", "Copy the marked table: {name}";
    SOME_ROWS = "共{n}行，这里只列有问题的行。", "Only those of {n} rows are shown with which something is wrong.";
    ALL_ROWS = "显示全部{n}行", "Show all {n} rows";
    NUMBER = "行", "Row";
    COUNTS = "答卷份数", "Answers";
    MARK = "[{n}] 回到该问题", "[{n}] back to the finding";
    GROUP_POINTS = "分值{weight}", "weight {weight}";
    GROUP_SCORE = "得分{score}", "score {score}";
    WHOLE = "合计", "Total";
    FULL = "满分{points}", "of {points}";
    GRADE = "等级：{grade}", "Grade: {grade}";
    IN_BRACKETS = "（{text}）", " ({text})";
    ITEM = "{name}：{value}", "{name}: {value}";
    SCALE = "等级分数线", "Grade scale";
    BAND = "{name}：{min}～{max}", "{name}: {min} to {max}";
    BAND_FROM = "{name}：{min}起", "{name}: from {min}";
    PARAGRAPH = "表外文字第{n}段", "Paragraph {n} of the text";
    SCROLLS = "左右滑动可看全表 ↔", "Scroll sideways for the rest ↔";

    // The rules.
    RULES = "推得的评分规则", "Rules that the scores point to";
    RULES_HINT = "由各行的分值、目标、完成值和得分反推，只说明“这样的规则能得出这些分”，不等于原文的规则。",
        "Worked back from weights, targets, actual values and scores. They say which rules would give these scores, not which rule was used.";

    // The letter.
    LETTER = "核验意见", "Letter";
    LETTER_COPY = "复制核验意见", "Copy the letter";
    IN_ZH = "中文", "Chinese";
    IN_EN = "英文", "English";
    LANGUAGE = "意见的语言", "Language of the letter";
    PRINT = "打印核验报告", "Print the report";

    // How it was read.
    READING = "怎样读入的：列、单元格和假定", "How it was read: columns, cells, assumptions";
    READING_OF = "怎样读入的：{name}", "How it was read: {name}";
    READING_UNREAD = "指定各列：{name}", "Say what the columns hold: {name}";
    READING_HINT = "列的含义不对时在表头改选；单元格识读有误时直接改。改动只影响核验。",
        "Choose another meaning in the heads where a column was taken wrongly; type over a cell that was misread. This changes only what is audited.";
    COLUMN = "列“{head}”的含义", "What column “{head}” holds";
    COLUMN_UNHEADED = "第{n}列的含义", "What column {n} holds";
    CELL = "第{line}行“{head}”", "“{head}”, line {line}";
    LINE = "原表行号", "Line";
    ADD_LINE = "增加一行", "Add a line";
    CUT_LINE = "删除第{line}行", "Delete line {line}";
    CUT = "删除", "Delete";
    ASSUMED = "读表时的假定", "What was assumed";
    ASSUMED_NOTHING = "没有假定：各列都按常用名称识别。", "Nothing: every column has a usual name.";
    TABLE_TITLE = "表题", "Title";
    TABLE_TOTAL = "总分（表列）", "Total as printed";
    TABLE_GRADE = "等级（表列）", "Grade as printed";
    LINES_FROM = "第{from}至{to}行，共{n}行", "Lines {from} to {to} of {n}";
    EARLIER = "前{n}行", "The {n} lines before";
    LATER = "后{n}行", "The {n} lines after";
    BLOCKS = "几行共用一个得分", "Rows that have one score";
    BLOCK_DECLARED = "{rows}合并计分（得分{score}）", "{rows} have one score, {score}";
    BLOCK_LAPSED = "{rows}曾声明合并计分，行数变动后未采用；请取消后重新声明",
        "{rows} were declared to have one score, but are other rows by now; undo it and declare anew";
    UNDECLARE = "取消", "Undo";
}
