//! Texts of the documents, of the scoreboard and of the tabs 指标体系 and 导出.

super::texts! {
    // Scoreboard.
    SCOREBOARD = "总分与等级", "Total and grade";
    SCORE_BAR = "总分速览", "Total at a glance";
    GRADE_OPEN = "未定", "Open";
    SO_FAR = "已得", "So far";
    FILLED = "已填{filled}项/共{all}项", "{filled} of {all} entered";
    BETWEEN = "总分在{min}–{max}之间", "total between {min} and {max}";
    LOST = "失分", "Points lost";
    LOST_POINTS = "失分（分）", "Points lost";
    INDICATOR = "指标", "Indicator";

    // What is wrong with a rubric from outside.
    FLAWS = "指标体系“{name}”有{count}处错误，没有打开", "The rubric “{name}” was not opened: {count} to correct";
    FLAWS_UNNAMED = "这份指标体系有{count}处错误，没有打开", "The rubric was not opened: {count} to correct";
    FLAWS_HINT = "请在文件中改正下列各处，再重新打开。没有改动任何内容。", "Correct these places in the file, then open it again. Nothing was changed.";
    FLAW_WARNING = "提示，不妨碍打开", "worth a look, does not keep it from opening";

    // Heads of columns.
    LEVEL_1 = "一级指标", "Level 1";
    LEVEL_2 = "二级指标", "Level 2";
    LEVEL_3 = "三级指标", "Level 3";
    LEVEL_4 = "四级指标", "Level 4";
    WEIGHT = "分值", "Weight";
    MEANING = "指标解释", "Meaning";
    TARGET = "目标值", "Target";
    ACTUAL = "业绩值", "Actual";
    COMPLETION = "完成率", "Completion";
    SHORT_RULE = "评分规则", "Rule";
    STANDARD = "评分标准", "Scoring standard";
    CRITERIA = "评价要点", "What is examined";
    EVIDENCE = "数据来源", "Source of data";
    PROCESS = "评分过程", "Derivation";
    REMARKS = "评分说明", "Remarks";
    DEDUCTION = "扣分", "Lost";
    SCORE = "得分", "Score";
    SCORE_GIVEN = "评分", "Score";
    SCORE_RATE = "得分率", "Score rate";
    SUM = "合计", "Total";
    GRADE = "评价等级", "Grade";
    FINAL_SCORE = "评价得分", "Final score";
    BONUS_ITEM = "加分项：{name}", "Bonus: {name}";
    WITH_WEIGHT = "{name}（{weight}）", "{name} ({weight})";
    UNNAMED = "未命名项目", "Unnamed project";
    BLANK_YEAR = "（{year}年度）", "({year})";

    // The report's documents.
    SCORE_TABLE = "综合评分表", "Full score table";
    FORM_TABLE = "绩效评价评分表", "Evaluation form";
    SUMMARY = "绩效得分情况表", "Scores by first-level indicator";
    SCORE_LIST = "绩效评价指标得分表", "Scores of all indicators";
    DETAIL = "{name}指标得分情况", "{name}: scores";
    /// For names that already end in 指标.
    DETAIL_PLAIN = "{name}得分情况", "{name}: scores";
    FOR_INDICATOR = "对于“{name}”：{process}{closing}", "{name}: {process}{closing}";
    GOALS = "绩效目标及指标完成情况表", "Goals and their completion";
    GOAL_TARGET = "指标值", "Target";
    GOAL_ACTUAL = "指标完成情况", "Completion";
    GOAL_PROGRESS = "完成进度", "Progress";
    GOAL_NOTE = "完成情况说明", "Remarks";
    BUDGET = "项目资金预算明细表", "Budget and execution";
    BUDGET_ITEM = "预算项目", "Budget item";
    IN_YEAR = "年中增减", "In-year change";
    INITIAL = "年初预算", "Initial budget";
    ANNUAL = "全年预算", "Annual budget";
    EXECUTED = "预算执行", "Executed";
    EXECUTION_RATE = "执行率", "Execution rate";
    MONEY_UNIT = "单位：万元", "Unit: CNY 10,000";
    FUNDS = "资金来源及使用情况表", "Funds by source";
    FUND_SOURCE = "资金来源", "Source";
    RECEIVED = "到位（下达）资金", "Received";
    SURVEYS = "问卷调查结果统计", "Survey statistics";
    OPTION = "选项", "Option";
    COUNT = "小计", "Count";
    PROPORTION = "比例", "Share";
    ANSWERS = "本题有效填写人次", "Valid answers";
    YES = "是", "Yes";
    NO = "否", "No";

    // 推演方案.
    SCENARIOS = "推演方案对比", "Scenarios compared";
    WITH_NOTE = "{name}（{note}）", "{name} ({note})";

    // 自评表.
    SELF_FORM = "项目支出绩效自评表", "Project expenditure self-evaluation form";
    PROJECT_NAME = "项目名称", "Project";
    DEPARTMENT = "主管部门", "Department in charge";
    UNIT = "实施单位", "Implementing unit";
    YEAR = "评价年度", "Year";
    EVALUATOR = "评价机构", "Evaluator";
    KIND = "评价类型", "Kind of evaluation";
    FUNDS_HEAD = "项目资金（万元）", "Funds (CNY 10,000)";
    INITIAL_FIGURE = "年初预算数", "Initial budget";
    ANNUAL_FIGURE = "全年预算数", "Annual budget";
    EXECUTED_FIGURE = "全年执行数", "Executed";
    OF_WHICH = "其中", "Of which";
    FUNDS_TOTAL = "年度资金总额", "Total funds of the year";
    YEAR_GOAL = "年度总体目标", "Goal of the year";
    EXPECTED = "预期目标", "Expected";
    ACHIEVED = "实际完成情况", "Achieved";
    YEAR_INDICATORS = "年度绩效指标完成情况", "Indicators of the year";
    FORM_WEIGHT = "权重", "Weight";
    INDICATOR_SCORE = "指标得分", "Score";
    BASIS = "指标值设定依据", "Basis of the target";
    LAST_YEAR = "上年完成情况", "Last year";
    AWARDING = "赋分规则", "Rule";
    PROOF = "佐证资料", "Evidence";
    DEVIATION = "偏差原因分析及改进措施", "Reasons for deviation, and mending";
    GRAND_TOTAL = "总分", "Total";

    // 进展表和评分表.
    PROGRESS = "绩效目标实现情况", "Progress of the goals";
    PROGRESS_ACTUAL = "实际完成指标值", "Achieved";
    PROGRESS_SCORES = "评分表", "Score table";
    PROGRESS_WEIGHT = "指标分值", "Weight";
    PROGRESS_SCORE = "评价得分", "Score";
    PROGRESS_TOTAL = "综合得分", "Overall score";
    PROGRESS_GRADE = "评价结果等次", "Grade of the result";

    // On paper.
    SIGN_ASSESSOR = "评价人员（签字）：", "Assessors (signature):";
    SIGN_HEAD = "负责人（签字）：", "Head (signature):";
    SIGN_UNIT = "单位（盖章）：", "Unit (seal):";
    SIGN_DATE = "日期：　　　年　　月　　日", "Date:";

    // 导出.
    DOCUMENTS = "文档", "Documents";
    DOCUMENTS_HINT = "数字随填报自动更新。复制后可直接粘贴到 Word 或 Excel。", "Figures follow what is entered. Copy and paste into Word or Excel.";
    PRINT = "打印", "Print";
    PRINT_NAMED = "打印：{name}", "Print: {name}";
    COPY = "复制", "Copy";
    COPY_NAMED = "复制：{name}", "Copy: {name}";
    COPIED = "已复制“{name}”，可粘贴到 Word 或 Excel。", "“{name}” is copied; paste it into Word or Excel.";
    COPIED_LINK = "链接已复制。", "The link is copied.";
    SELECTED = "浏览器不允许网页写入剪贴板。“{name}”已选中，请按 Ctrl+C 复制。", "The browser does not let pages write to the clipboard. “{name}” is selected: press Ctrl+C.";
    SCROLL_TABLE = "{name}，可左右滚动", "{name}, scrolls sideways";
    JUMP = "跳到", "Go to";
    FILE = "项目文件", "Project file";
    FILE_HINT = "JSON 格式，含全部填报内容，可在另一台电脑上打开继续填报。", "JSON with everything that was entered; open it on another computer to go on.";
    DOWNLOAD = "下载项目文件", "Download the project file";
    LINK = "分享链接", "Share link";
    LINK_LENGTH = "链接（共 {length} 个字符）", "Link ({length} characters)";
    LINK_LONG = "链接较长，有的聊天软件或邮箱会截断；也可以发送项目文件。", "This is a long link; some messengers and mailers cut it off. You can send the project file instead.";
    LINK_REVEALS = "链接本身就是数据：拿到链接的人能看到全部填报内容，包括项目名称、单位、说明和佐证资料。本网站不会上传或保存这些内容。", "The link is the data: whoever has it sees everything that was entered, including project name, units, notes and evidence. This site uploads and keeps nothing.";
    LINK_FAILED = "内容太多，无法做成链接。请改用项目文件。", "There is too much to fit into a link. Use the project file instead.";
    COPY_LINK = "复制链接", "Copy the link";

    // 指标体系.
    RUBRIC_HINT = "只读。评分规则、权重和等级来自下列文件。", "Read only. Rules, weights and grades come from the documents below.";
    EDITION = "版本", "Edition";
    REGION = "地区", "Region";
    FULL_SCORE = "满分", "Full score";
    RUBRIC_RULES = "等级、取整与总体规则", "Grades, rounding and general rules";
    RUBRIC_TREE = "指标、权重与规则", "Indicators, weights and rules";
    RUBRIC_FACTS = "项目数据", "Project figures";
    RUBRIC_SOURCES = "来源", "Sources";
    RUBRIC_ACCEPTED = "已知并接受的提示", "Warnings that are known and accepted";
    RUBRIC_PROBLEMS = "检查发现的问题", "Problems that the check found";
    RUBRIC_SOUND = "已检查：没有发现问题。", "Checked: no problems found.";
    RUBRIC_SOUND_BESIDES = "已检查：除上列提示外，没有发现其他问题。", "Checked: no problems besides the warnings above.";
    SOURCE_OF = "来源：{source}", "Source: {source}";
    REASON = "理由：{reason}", "Reason: {reason}";
    COLON = "：", ": ";
    BONUS_GROUP = "加分项", "Bonus items";

    // A rubric from outside that is not opened.
    RUBRIC_NOT_JSON = "文件不是完整的 JSON（第{line}行第{column}列）；请检查引号、逗号和括号",
        "The file is not whole JSON (line {line}, column {column}); check quotes, commas and brackets";
    RUBRIC_TWICE = "字段“{name}”写了两次（第{line}行第{column}列）；请只留一处",
        "The field “{name}” is there twice (line {line}, column {column}); keep one";
    RUBRIC_OF_PRESET = "标识“{id}”是内置指标体系的；请换一个标识，如“{id}-2”",
        "The id “{id}” is that of a rubric that comes with the page; use another, such as “{id}-2”";
}
