//! Texts of how a published table was read: columns, assumptions, why nothing was found.

super::texts! {
    // What a column holds.
    LEVEL_1 = "一级指标", "First level";
    LEVEL_2 = "二级指标", "Second level";
    LEVEL_3 = "三级指标（指标名称）", "Indicator";
    WEIGHT_1 = "一级指标分值", "Points possible, first level";
    WEIGHT_2 = "二级指标分值", "Points possible, second level";
    WEIGHT = "分值（权重）", "Points possible";
    TARGET = "目标值", "Target";
    ACTUAL = "实际完成值", "Actual";
    COMPLETION = "完成率", "Completion rate";
    SCORE_RATE = "得分率", "Score rate";
    DEDUCTION = "扣分", "Points lost";
    SCORE_1 = "一级指标得分", "Score, first level";
    SCORE_2 = "二级指标得分", "Score, second level";
    SCORE = "得分", "Score";
    REASON = "扣分原因、评分说明", "Reason";
    RULE = "评分标准", "Scoring rule";
    IGNORED = "不核验", "Not audited";

    // What a column was recognised by.
    BY_NAME = "按表头名称", "by its head";
    BY_LIKENESS = "表头含常用名称", "its head holds a usual name";
    BY_PLACE = "按表头及所在位置", "by its head and its place";
    BY_CONTENT = "按单元格内容", "by its cells";
    BY_HAND = "人工指定", "chosen by hand";
    NOT_RECOGNISED = "未识别", "not recognised";

    // Assumptions.
    /// A line or a row, or several: 第3–5、8行.
    LINES = "第{numbers}行", "line(s) {numbers}";
    RECOGNISED = "“{head}”列作为“{column}”（{how}）。", "Column “{head}” is read as “{column}” ({how}).";
    NO_HEAD = "无表头", "no head";
    LEFT_OUT = "“{column}”有多列：取“{kept}”，未取“{head}”。",
        "More than one column for “{column}”: “{kept}” is read, “{head}” is not.";
    TRANSPOSED = "指标横向排列，已行列互换。", "The indicators stand side by side; rows and columns were exchanged.";
    HEAD_REPEATED = "原表{lines}重复表头，已略去。", "The heads are repeated in {lines} of the source; left out.";
    JOINED = "前后相接的{count}段作为一张表。", "{count} pieces that follow each other are read as one table.";
    FILLED_DOWN = "{lines}的“{column}”为空，沿用上一行的名称。",
        "“{column}” is empty in {lines}; the name above is taken.";
    WEIGHT_IN_NAME = "名称后的数字作为分值：{names}。", "A number behind a name is read as its points: {names}.";
    SUBTOTAL = "原表{lines}作为“{path}”的小计。", "{lines} of the source is read as the subtotal of “{path}”.";
    SUM_LEFT_OUT = "原表{lines}的小计（合计）不是某一个上级指标的合计，未采用。",
        "The sum in {lines} of the source is not that of one group; left out.";
    HEADING = "原表{lines}“{name}”作为以下各行的上级名称。",
        "{lines} of the source, “{name}”, is read as the heading of those below.";
    TOTAL_BY_ORDER = "原表{lines}（合计）的数字未与表头对齐，依次作为满分和总得分。",
        "The figures in {lines} of the source (total) do not stand below the heads; they are read in order as full score and total.";
    BLOCK = "{lines}共用一个得分{score}，作为整体赋分。", "{lines} share one score, {score}; read as a block.";
    SHARED_WEIGHT = "{lines}共用一个分值{weight}，又各有得分，且不是同一组的全部指标，该分值未采用。",
        "{lines} share {weight} points possible, have scores of their own and are no whole group; those points are left out.";
    EMPTY = "原表{lines}没有任何数字，已略去。", "{lines} of the source hold no figure; left out.";
    CONTINUED = "{lines}在原表中占多行，文字已合并。", "{lines} take more than one line of the source; the texts are joined.";
    OUTSIDE_TABLE = "“{text}”取自表外文字。", "“{text}” is taken from the text outside the table.";
    TITLE = "“{text}”作为表题。", "“{text}” is read as the title.";

    // Why nothing was found.
    TOO_LARGE = "内容有{size} MB，超过{limit} MB，没有读取。请只复制评分表所在的部分。",
        "This is {size} MB, more than {limit} MB, and was not read. Copy only the part with the table.";
    TOO_MANY_CELLS = "表格超过{limit}个单元格，没有读取。请只复制评分表。",
        "The tables have more than {limit} cells and were not read. Copy only the scored table.";
    BINARY = "这不是文字或网页内容（可能是.xlsx、.docx、.pdf文件本身）。请打开文件，选中表格后复制，再粘贴到这里。",
        "This is neither text nor a web page (perhaps an .xlsx, .docx or .pdf file itself). Open the file, copy the table, and paste it here.";
    NOTHING = "没有内容。", "There is nothing here.";
    NO_TABLE = "没有找到表格。请连同表头一起复制，或用制表符、逗号分隔各列。",
        "No table was found. Copy it with its heads, or separate its columns by tabs or commas.";
    NO_SCORE_COLUMN = "找到了表格，但没有同时含指标名称和分值（或得分）的表头。可在下面指定各列的内容。读到的表头：{heads}。",
        "A table was found, but no heads for the names of indicators and for points. Say below what its columns hold. Heads: {heads}.";
    PROJECT_LIST = "这是多个项目的结果汇总表（每行一个项目），不支持核验。请粘贴其中一个项目的评分表。",
        "This is a summary of several projects, a row each, which is not supported. Paste the scored table of one project.";
    NO_HEADS = "找到了表格，但没有表头，无法判断各列的内容。请连同表头一起复制，或在下面指定各列的内容。",
        "A table was found without heads, so nothing says what its columns hold. Copy it with its heads, or say below what they hold.";
}
