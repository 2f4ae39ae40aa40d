//! Texts of the page. `words` itself uses none of them.

super::texts! {
    // The frame.
    BRAND = "绩衡", "Jiheng";
    SKIP = "跳到正文", "Skip to content";
    TABS = "本次评价", "This assessment";
    TAB_SCORE = "评分", "Score";
    TAB_WHATIF = "推演", "What if";
    TAB_AUDIT = "核验", "Audit";
    TAB_RUBRIC = "指标体系", "Rubric";
    TAB_SHARE = "导出", "Export";
    TO_START = "{name}首页", "{name} home";
    EDITION = "指标体系 {edition}", "Rubric {edition}";
    UNDO = "撤销", "Undo";
    REDO = "重做", "Redo";
    LANGUAGE = "切换语言", "switch language";
    DISPLAY = "显示", "Display";
    THEME = "主题", "Theme";
    THEME_AUTO = "跟随系统", "As the system";
    THEME_LIGHT = "浅色", "Light";
    THEME_DARK = "深色", "Dark";
    LARGE_PRINT = "大字版", "Large print";
    PRINT = "打印", "Print";
    SHARE = "分享", "Share";
    NOTICES = "通知", "Notices";
    DISMISS = "知道了", "Dismiss";
    STAYS_HERE = "所有计算都在本机浏览器内完成，填报的内容不会离开这台电脑。",
        "Everything is computed in this browser; what you enter never leaves this computer.";
    ACCESSIBILITY = "无障碍声明", "Accessibility statement";

    COMING = "正在取来……", "On its way…";
    HAS_COME = "要打开的评价已经取到。", "What you were opening has arrived.";
    OPEN_IT = "打开", "Open it";
    NOT_OPENED = "没有取到打开它所需的文件，还没有打开。请检查网络后重试。",
        "A file that is needed to open it could not be fetched, so it is not open yet. Check the network and try again.";
    NOT_FETCHED = "没有取到这一部分的程序文件，无法显示、打印或生成链接；填报不受影响。请检查网络后再试一次。",
        "A part of the program could not be fetched, so this cannot be shown, printed or linked; what you enter is not affected. Check the network and try again.";

    // The tab 推演.
    DESK_NOT_STARTED = "推演没能启动：没有取到所需的程序文件，或浏览器不允许运行。填报和评分不受影响。",
        "The what-if tab could not start: a part of the program was not fetched, or the browser does not run it. Entry and scores are not affected.";
    AUDIT_NOT_STARTED = "核验没能启动：没有取到所需的程序文件，或浏览器不允许运行。填报和评分不受影响。",
        "The audit could not start: a part of the program was not fetched, or the browser does not run it. Entry and scores are not affected.";
    AUDIT_UNKEPT = "核验的内容没有保存在本页：内容太大，或浏览器不允许保存。刷新或关闭后需要重新粘贴。",
        "What is audited is not kept in this tab: it is too large, or the browser keeps nothing. After a reload it has to be pasted again.";
    WROTE = "已写入“{name}”，总分{total}分。", "Written into “{name}”: the total is {total} points.";
    WROTE_COPY = "已在“{of}”的基础上写入新方案“{name}”，总分{total}分。", "Written into the new scenario “{name}”, on top of “{of}”: the total is {total} points.";
    NOT_WRITTEN = "没有写入方案：评价刚才已改变，请按现在的结果再选一次。",
        "Nothing was written: the assessment has just changed. Choose again from what is shown now.";
    SCENARIOS_FULL = "最多{most}个方案，没有再建。请先放弃不用的方案。", "There can be {most} scenarios and no more; discard one that is not needed.";
    ADOPTED = "已采用“{name}”，基准总分由{from}分改为{total}分。", "“{name}” is adopted: the total of the baseline goes from {from} to {total} points.";
    ADOPTED_OTHERS = "已采用“{name}”，基准总分由{from}分改为{total}分。其余{others}个方案只记对基准的改动，现以新基准计算，总分可能随之改变。",
        "“{name}” is adopted: the total of the baseline goes from {from} to {total} points. The other scenarios ({others}) are changes on top of the baseline, so their totals may change with it.";
    DISCARDED = "已放弃“{name}”，回到基准，总分{total}分。", "“{name}” is discarded; this is the baseline, with {total} points.";
    COPIED_ANSWER = "已复制，可粘贴到报告中。", "Copied; paste it into the report.";
    NOT_COPIED = "浏览器不允许复制，请选中后按 Ctrl+C。", "The browser does not allow copying; select it and press Ctrl+C.";

    // A new release of the program.
    NEW_RELEASE = "绩衡有新版本。更新只需片刻，填报的内容会先保存。", "A new version of Jiheng is ready. Updating takes a moment; what you entered is saved first.";
    UPDATE = "更新", "Update";

    // Saving.
    SAVED_NOTHING = "改动后自动保存", "Saved once you change something";
    SAVED_SAVING = "正在保存", "Saving";
    SAVED_AT = "已保存在本机 {time}", "Saved on this computer {time}";
    SAVED_HANDED = "由所在网页保存", "Kept by the page around";
    SAVED_FAILED = "未能保存：{why}", "Not saved: {why}";
    WHY_BLOCKED = "浏览器禁止存储", "storage is blocked";
    WHY_FULL = "存储空间已满", "storage is full";
    WHY_CONFLICT = "另一窗口也在改", "changed in another window";
    STORAGE_BLOCKED = "浏览器不允许本页保存数据，关闭页面后填报内容会丢失。可以继续填报，离开前请下载项目文件。",
        "The browser does not let this page store data; what you enter is lost when it closes. Go on working, and download the project file before you leave.";
    STORAGE_FULL = "浏览器的存储空间已满，最近的改动没有保存。请下载项目文件，或在首页删除不用的评价后重试。",
        "The browser's storage is full and the latest changes are not saved. Download the project file, or delete assessments on the home page and try again.";
    OTHER_TAB = "同一份评价在另一个窗口里改动过。为避免互相覆盖，这里已暂停保存。",
        "This assessment was changed in another window. Saving is paused here so that neither overwrites the other.";
    AT_LEAST = "最低", "At least";
    LEFT_UNSAVED = "“{name}”有改动没能保存，已为您留在这里：请下载后再离开。",
        "“{name}” has changes that could not be saved; they are kept here: download them before you leave.";
    USE_THEIRS = "采用另一窗口的内容", "Use the other window's";
    KEEP_COPY = "把这里的内容另存一份", "Keep mine as a copy";
    TRY_AGAIN = "重试", "Try again";
    DOWNLOAD_PROJECT = "下载项目文件", "Download project file";
    DOWNLOAD_IT = "下载原内容", "Download it as it is";

    // Opening.
    LINK_BROKEN = "分享链接打不开：{why}", "The share link cannot be opened: {why}";
    FILE_BROKEN = "“{name}”打不开：{why}", "“{name}” cannot be opened: {why}";
    FORM_BROKEN = "没有转为评分：{why}", "It was not turned into an assessment: {why}";
    FILE_UNREAD = "“{name}”未能读取，请重新选择文件。", "“{name}” could not be read; choose the file again.";
    FILE_MORE = "文件里有{count}份评价，已打开第一份，其余列在首页。",
        "The file holds {count} assessments; the first is open, the others are listed on the home page.";
    SAVED_BROKEN = "这份保存的评价打不开：{why}它仍原样保留在本机，可以下载。",
        "This saved assessment cannot be opened: {why} It is kept as it is and can be downloaded.";
    UNKNOWN_RUBRIC = "这份评价依据的指标体系“{id}”不在本页之内，无法评分。原内容未作改动。",
        "This assessment was made with rubric “{id}”, which this page does not have, so it cannot be scored. It is unchanged.";
    OTHER_EDITION = "这份评价依据的是指标体系的另一版（{pinned}），手头是{edition}版（{hash}），得分可能不同，所以没有自动换版。",
        "This assessment was made with another edition of the rubric ({pinned}). The one at hand is {edition} ({hash}); points may differ, so nothing was changed.";
    OLDER_EDITION = "这份评价依据的是指标体系的旧版（{pinned}），现有新版（{edition}）。仍按原版评分，没有自动换版。",
        "This assessment goes by an older edition of the rubric ({pinned}); there is a newer one ({edition}). It is still scored by its own, nothing was changed.";
    COMPARE_EDITIONS = "对照两版", "Compare the editions";
    OPEN_WITH_THIS = "用手头的版本另开一份", "Open a copy with this edition";
    WHY_TOO_LARGE = "文件太大，不像是项目文件。", "it is too large to be a project file.";
    WHY_NOT_TEXT = "它不是文本文件。", "it is not a text file.";
    WHY_NOT_JSON = "内容不完整或已损坏（第{line}行第{column}列）。", "it is cut off or damaged (line {line}, column {column}).";
    WHY_FOREIGN = "它不是绩衡的项目文件。", "it is no project file of Jiheng.";
    WHY_OLDER = "它由更早的版本保存（{found}），本页读不了。", "it was saved by an older version ({found}) that this page cannot read.";
    WHY_NEWER = "它由更新的版本保存，请刷新页面或使用新版本打开。", "it was saved by a newer version; reload the page or open it there.";
    WHY_SHAPE = "“{path}”处的内容不合格式。", "what stands at “{path}” has the wrong shape.";
    WHY_SCENARIOS = "“{path}”处应为推演方案，最多{most}个。", "“{path}” should hold scenarios, {most} at most.";
    WHY_EMPTY = "链接里没有内容，请向发送人索取完整链接。", "the link carries nothing; ask for the whole link.";
    WHY_TRUNCATED = "链接不完整，末尾被截断了，请向发送人索取完整链接。", "the link is cut off at the end; ask for the whole link.";
    WHY_DAMAGED = "链接已损坏，请重新复制，或改用项目文件。", "the link is damaged; copy it again, or use a project file.";

    // The start page.
    START_TITLE = "财政支出绩效评价，当场算清每一分", "Performance evaluations of public spending, exact to the point";
    CHOOSE_FILE = "选择文件", "Choose file";
    WHAT_IT_IS = "选一张评价表或自评表，填目标值和完成值，得分、扣分和评分过程立即列出，可以直接写进报告。",
        "Pick a form, enter targets and results, and read off points, deductions and derivations, ready for the report.";
    FORMS = "选一张表开始", "Begin with a form";
    AUDIT_HEADING = "手里已有打过分的表", "You have a scored table";
    AUDIT_WHAT = "粘贴已公布或送审的评分表，合计、比率和等级立即重算，哪里对不上、等级是否改变一目了然。",
        "Paste a table that was published or handed in: sums, rates and the grade are computed again at once, and what does not hold is told.";
    FORM_OPENED = "{said}", "{said}";
    AUDIT_GO = "核验一张评分表", "Audit a table";
    OPEN_EXAMPLE = "打开已公布的示例", "Open the published example";
    OPEN_EMPTY = "从空表开始", "Start empty";
    WEIGHTS = "分值", "Weights";
    SAVED_ONES = "保存在本机的评价", "Saved on this computer";
    UNTITLED = "未命名的评价", "Untitled assessment";
    NAMED = "{name}", "{name}";
    COPY_OF = "{name}（副本）", "{name} (copy)";
    RENAME = "重命名", "Rename";
    NEW_NAME = "新名称", "New name";
    DUPLICATE = "复制", "Duplicate";
    DELETE = "删除", "Delete";
    KEEP_NAME = "保存名称", "Save name";
    DELETED = "已删除“{name}”。", "Deleted “{name}”.";
    COPY_REFUSED = "存储空间不足，没有复制成功。", "There is no room in storage for a copy.";
    RESTORE_REFUSED = "存储空间不足，没有恢复成功。请下载原内容。", "There is no room in storage to bring it back; download it.";
    UNREADABLE = "无法读取", "Unreadable";
    OWN_FORM = "由核验生成的指标体系", "Rubric made by an audit";
    SAVED_ON = "保存于 {time}", "Saved {time}";
    OF_ITS_OWN = "自带指标体系", "With a rubric of its own";
    OPEN_FILE = "打开项目文件", "Open a project file";
    DROP_FILE = "选择以前下载的项目文件（.json），或把它拖到这里。自行编写的指标体系文件也在这里打开。",
        "Choose a project file (.json), or drop it here. A rubric of your own opens here too.";

    // Rubrics from outside.
    RUBRIC_ELSEWHERE = "指标体系只能取自本站，并写成相对于本页的 .json 地址；“{name}”不是。",
        "A rubric is taken from this site only, by a .json address relative to this page; “{name}” is none.";
    RUBRIC_WARNINGS = "指标体系“{name}”可以评分，但检查发现有值得核对之处。", "The rubric “{name}” scores, but the check found something to look at.";
    SEE_RUBRIC = "查看指标体系", "See the rubric";
    NOT_OFFERED = "本站不提供指标体系“{id}”。请从下面选择。", "This site does not offer the rubric “{id}”. Choose one below.";
    RUBRIC_NOT_FETCHED = "没有取到这份指标体系文件；请网站管理员核对 jiheng.config.json 中的地址。",
        "The file of this rubric was not found; the site's administrator should check its address in jiheng.config.json.";
    RUBRIC_FAULTY = "这份指标体系文件有错误，不能使用；请网站管理员改正。", "The file of this rubric has errors and cannot be used; the site's administrator should correct them.";
    SEE_FAULTS = "查看全部错误", "See what is wrong";
    CONFIG_FAULTS = "致网站管理员：jiheng.config.json 有误，相关设置按默认处理。\n{faults}",
        "To the administrator of this site: jiheng.config.json has faults; what they concern is as by default.\n{faults}";

    // The score page.
    OUTLINE = "指标大纲", "Outline";
    FILLED = "{all} 项指标，已填 {filled} 项", "{filled} of {all} indicators filled in";
    SCORE_RATE = "得分率 {rate}", "{rate} of the points";
    BONUS = "加分项", "Bonus items";
    BONUS_MAX = "最多加 {max} 分", "at most {max} points";
    DERIVATION = "评分过程", "Derivation";
    MORE = "更多", "More";
    MORE_FILLED = "更多（{count}）", "More ({count})";
    GROUP_MORE = "整体说明", "As a whole";
    RULE = "评分标准", "Scoring rule";
    MEANING = "指标解释", "Meaning";
    CRITERIA = "评价要点", "What to look at";
    SOURCE = "来源", "Source";
    NAME_AND_OWN = "{name}：{own}", "{name}: {own}";
    IN_PLACE_OF_RULE = "不按评分标准，由评价人调整得分", "Points in place of the rule's";
    NOT_APPLICABLE = "本项不适用", "Does not apply";
    MAIN_REASON = "失分的主要原因", "Main reason for lost points";
    AS_A_BLOCK = "整体赋分，不逐项评分", "Score the group as a block";
    CLEAR_CHOICE = "清除选择", "Clear choice";
    ITEMS = "要点", "Items";
    ALL_MET = "全部符合", "All met";
    PARTLY_MET = "部分符合", "Met in part";
    IN_PART = "（部分符合）", "(in part)";
    CLEAR_TICKS = "清除勾选", "Clear ticks";
    DEDUCTIONS = "扣分与否决事项", "Deductions and knock-outs";
    TIMES = "次", "times";
    FROM_TO = "{from}～{to}", "{from}–{to}";
    FROM_FACT = "来自项目数据：{fact}", "From project data: {fact}";
    FROM_FORM = "表中给定", "Given by the form";
    FORM_SAYS = "表中给定 {figure}", "The form says {figure}";
    FACT_SAYS = "项目数据为 {figure}", "Project data say {figure}";

    // Scenarios.
    SCENARIOS = "推演方案", "Scenarios";
    BASELINE = "基准", "Baseline";
    TRY = "以当前为基准试一试", "Try changes on top of this";
    NEW_SCENARIO = "新建方案", "New scenario";
    COMPARE_SCENARIOS = "方案对比与结论", "Compare and report";
    RENAME_SCENARIO = "改名与说明", "Name and note";
    SCENARIO_NAME = "方案名称", "Name";
    SCENARIO_NOTE = "方案说明", "What it is about";
    NAME_TAKEN = "名称不能为空，也不能与另一方案或“基准”相同。", "A name is needed, and one that neither another scenario nor the baseline has.";
    TRYING = "正在推演“{name}”：改动只记入这个方案，基准不变。", "Trying “{name}”: changes go to this scenario only, the baseline stays.";
    ON_BASELINE = "现在显示和修改的是基准。", "This is the baseline, and edits change it.";
    ADOPT = "采用为结果", "Adopt";
    DISCARD = "放弃方案", "Discard";
    COPY_SCENARIO = "复制方案", "Copy";
    BACK = "回到基准", "Back to the baseline";
    WAS = "原 {points}", "was {points}";
    SAME = "不变", "unchanged";
    BEFORE = "基准：", "Baseline: ";
    GRADE_CHANGE = "等级“{from}”→“{to}”", "grade “{from}” → “{to}”";
    GRADE_SAME = "等级仍为“{to}”", "grade still “{to}”";
    CHANGED = "已改：{list}", "Changed: {list}";
    CHANGED_FROM = "{name}（基准 {value}）", "{name} (baseline {value})";
    RESTORE = "恢复基准值", "Restore the baseline";
    RESTORE_OF = "恢复基准值：{name}", "Restore the baseline: {name}";
    FROM_BASELINE = "“{name}”正在推演。下面的文档和打印件一律取自基准，不含推演的改动；项目文件和分享链接含基准和全部方案。",
        "“{name}” is being tried. The documents below and what is printed are those of the baseline, without its changes; project file and share link carry the baseline and all scenarios.";
    PRINTED_BASELINE = "打印的是基准的评分表，不含正在推演的改动。", "What was printed is the baseline, without the changes being tried.";

    // Project data.
    PROJECT = "项目信息", "Project";
    PROJECT_ABOUT = "名称、单位、预算与共用数据", "Name, unit, budget and shared figures";
    PROJECT_NAME = "项目名称", "Project name";
    PROJECT_UNIT = "实施单位", "Implementing unit";
    PROJECT_DEPARTMENT = "主管部门", "Department in charge";
    PROJECT_YEAR = "评价年度", "Year";
    PROJECT_EVALUATOR = "评价机构", "Evaluator";
    PROJECT_SUMMARY = "项目概况", "Summary";
    PROJECT_EXPECTED = "预期目标", "Expected goals";
    PROJECT_ACHIEVED = "实际完成情况", "What was achieved";
    FACTS = "项目数据", "Project data";
    FACTS_ABOUT = "填一次，多个指标共用。", "Entered once, used by several indicators.";
    DESCRIPTION = "概况与目标", "Summary and goals";
    GOALS = "绩效目标完成情况", "Goal completion";
    GOAL_NUMBER = "目标 {number}", "Goal {number}";
    GOAL_L1 = "一级指标", "Level 1";
    GOAL_L2 = "二级指标", "Level 2";
    GOAL_NAME = "三级指标", "Level 3";
    GOAL_TARGET = "指标值", "Target";
    GOAL_ACTUAL = "完成情况", "Result";
    GOAL_PROGRESS = "完成进度", "Progress";
    GOAL_NOTE = "说明", "Note";
    FUNDS = "资金来源与使用", "Funds by source";
    FUND_NUMBER = "资金 {number}", "Fund {number}";
    FUND_SOURCE = "资金来源", "Source";
    FUND_INITIAL = "年初预算数", "Initial budget";
    FUND_BUDGET = "全年预算数", "Annual budget";
    FUND_RECEIVED = "到位数", "Received";
    FUND_EXECUTED = "执行数", "Executed";
    SURVEYS = "其他问卷题目", "Other survey questions";
    SURVEY_NUMBER = "题目 {number}", "Question {number}";
    QUESTION = "题目", "Question";
    OPTION_LABEL = "选项 {number}", "Option {number}";
    OPTION_COUNT = "选项 {number} 小计", "Answers for option {number}";
    ADD_ROW = "添加一行", "Add a row";
    ADD_OPTION = "添加选项", "Add an option";
    REMOVE_ROW = "删除这一行", "Remove this row";
}
