"""Makes the fixtures of this folder; run by hand, wants LibreOffice (soffice) and Python 3.

The table is the appendix of Futian's department evaluation (2022): names, weights and scores as
printed there, the sentences in our own words. It is written once as a text document and once as a
spreadsheet, with merged cells; LibreOffice then makes of them what is tested: HTML, .csv, text by
tabs. Its filter for HTML is the one that it puts on the clipboard too.

What Word puts on the clipboard can't be had without Word. `word` writes that shape (mso classes,
conditional comments, <o:p>, lines broken anywhere) from the .docx that LibreOffice has made, so that
the merged cells are those of a .docx (vMerge, gridSpan).
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
from html import escape
from xml.etree import ElementTree

HERE = pathlib.Path(__file__).parent
TITLE = "项目支出部门评价指标评分"
HEADS = ["一级指标", "二级指标", "三级指标", "权重", "指标解释", "评分标准", "得分"]
ITEMS = "全部符合得满分，每缺一项按比例扣分。"
TREE = [
    ("决策", [
        ("项目立项", [
            ("立项依据充分性", "3", "立项是否有据", "1. 符合政策；\n2. 属于履职所需。\n" + ITEMS, "3.0"),
            ("立项程序规范性", "3", "程序是否规范", ITEMS, "3.0")]),
        ("绩效目标", [
            ("绩效目标合理性", "3", "目标是否合理", ITEMS, "3.0"),
            ("绩效指标明确性", "3", "指标是否清晰、“可衡量”", ITEMS, "3.0")]),
        ("资金投入", [
            ("预算编制科学性", "4", "预算是否经过论证", ITEMS, "4.0"),
            ("资金分配合理性", "4", "分配是否有依据", ITEMS, "4.0")])]),
    ("过程", [
        ("资金管理", [
            ("资金到位率", "4", "资金落实情况", "得分=资金到位率×4分", "4. 0"),
            ("预算执行率", "4", "预算执行情况", "得分=预算执行率×4分", "4. 0"),
            ("资金使用合规性", "4", "资金运行是否规范", ITEMS, "4. 0")]),
        ("组织实施", [
            ("管理制度健全性", "4", "制度是否健全", ITEMS, "4. 0"),
            ("制度执行有效性", "4", "制度是否执行", ITEMS, "4.0")])]),
    ("产出", [
        ("产出数量", [("实际完成率", "12", "实际产出与计划之比", "实际完成率=实际/计划×100%", "11.0")]),
        ("产出质量", [("质量达标率", "6", "达标产出与实际之比", "质量达标率=达标/实际×100%", "6.0")]),
        ("产出时效", [("完成及时性", "6", "实际与计划时间相比", "按完成时间评分", "4.0")]),
        ("产出成本", [("成本节约率", "6", "成本节约程度", "未超预算得满分", "6.0")])]),
    ("效益", [
        ("项目效益", [("社会效益", "15", "项目带来的社会效益", "按实现程度评分", "14.0")]),
        ("满意度", [("服务对象满意度", "15", "服务对象是否满意", "按调查结果评分", "13.0")])]),
]

# A cell: (text, rows, columns); None where another one covers.


def lines():
    yield [(head, 1, 1) for head in HEADS]
    for l1, seconds in TREE:
        first = sum(len(thirds) for _, thirds in seconds)
        for l2, thirds in seconds:
            second = len(thirds)
            for name, weight, about, rule, score in thirds:
                upper = [(l1, first, 1) if first else None, (l2, second, 1) if second else None]
                yield upper + [(text, 1, 1) for text in (name, weight, about, rule, score)]
                first = second = 0
    yield [("合计得分", 1, 6), None, None, None, None, None, ("95.0", 1, 1)]


def odf(kind):
    cells = []
    for line in lines():
        cells.append("<table:table-row>")
        for cell in line:
            if cell is None:
                cells.append("<table:covered-table-cell/>")
                continue
            text, rows, columns = cell
            span = f' table:number-rows-spanned="{rows}"' if rows > 1 else ""
            span += f' table:number-columns-spanned="{columns}"' if columns > 1 else ""
            paragraphs = "".join(f"<text:p>{escape(part)}</text:p>" for part in text.split("\n"))
            cells.append(f'<table:table-cell office:value-type="string"{span}>{paragraphs}</table:table-cell>')
        cells.append("</table:table-row>")
    table = f'<table:table table:name="t"><table:table-column table:number-columns-repeated="7"/>{"".join(cells)}</table:table>'
    if kind == "text":
        body = f"<office:text><text:p>附表</text:p><text:p>{TITLE}</text:p>{table}<text:p/></office:text>"
    else:
        title = f'<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="7"><text:p>{TITLE}</text:p></table:table-cell></table:table-row>'
        table = table.replace("<table:table-row>", title + "<table:table-row>", 1)
        body = f"<office:spreadsheet>{table}</office:spreadsheet>"
    names = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    return f'<?xml version="1.0" encoding="UTF-8"?><office:document{names} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:body>{body}</office:body></office:document>'


def convert(source, target, into):
    ending = target.split(":")[0]
    into.mkdir(exist_ok=True)
    subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", into, source], check=True, stdout=subprocess.DEVNULL)
    return into / (source.stem + "." + ending)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(docx):
    body = ElementTree.fromstring(zipfile.ZipFile(docx).read("word/document.xml")).find(W + "body")
    parts = []
    for child in body:
        if child.tag == W + "p":
            parts.append(word_paragraphs([child]))
        elif child.tag == W + "tbl":
            parts.append(word_table(child))
    html = (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\r\n'
        '<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\r\n<meta name=ProgId content=Word.Document>\r\n'
        "<!--[if gte mso 9]><xml>\r\n <w:WordDocument><w:View>Normal</w:View></w:WordDocument>\r\n</xml><![endif]-->\r\n"
        "<style>\r\n<!--\r\n /* Style Definitions */\r\n p.MsoNormal {mso-style-parent:\"\"; margin:0cm; font-size:10.5pt;}\r\n"
        "table.MsoNormalTable {mso-style-name:普通表格; mso-padding-alt:0cm 5.4pt 0cm 5.4pt;}\r\n-->\r\n</style>\r\n"
        "<!--[if gte mso 10]>\r\n<style>table.MsoNormalTable {font-size:10.0pt;}</style>\r\n<![endif]-->\r\n</head>\r\n"
        f"<body lang=ZH-CN style='tab-interval:21.0pt'>\r\n<!--StartFragment-->\r\n{''.join(parts)}<!--EndFragment-->\r\n</body>\r\n</html>\r\n"
    )
    # Word breaks lines at spaces of tags and anywhere in Chinese text.
    return re.sub(r"([\u4e00-\u9fff]{9})(?=[\u4e00-\u9fff])", "\\1\r\n", html)


def word_paragraphs(paragraphs):
    parts = []
    for paragraph in paragraphs:
        text = "".join(node.text or "" for node in paragraph.iter(W + "t"))
        runs = re.sub(r"([0-9. ]+)", r"<span lang=EN-US>\1</span>", escape(text)).replace("  ", " &nbsp;")
        inner = f"<span style='font-family:宋体;mso-ascii-font-family:Calibri'>{runs}</span>" if text else ""
        parts.append(f"<p class=MsoNormal align=center style='text-align:center'>{inner}<span lang=EN-US><o:p>{'' if text else '&nbsp;'}</o:p></span></p>\r\n")
    return "".join(parts)


def word_table(table):
    rows = []
    for row in table.iter(W + "tr"):
        cells, column = [], 0
        for cell in row.findall(W + "tc"):
            properties = cell.find(W + "tcPr")
            span = properties.find(W + "gridSpan")
            merge = properties.find(W + "vMerge")
            goes_on = merge is not None and merge.get(W + "val") != "restart"
            columns = int(span.get(W + "val")) if span is not None else 1
            cells.append([column, columns, goes_on, word_paragraphs(cell.findall(W + "p"))])
            column += columns
        rows.append(cells)
    html = ["<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\r\n style='border-collapse:collapse;mso-yfti-tbllook:1184'>\r\n"]
    for number, cells in enumerate(rows):
        html.append(f" <tr style='mso-yfti-irow:{number}'>\r\n")
        for column, columns, goes_on, inner in cells:
            if goes_on:
                continue
            reach = 1
            while number + reach < len(rows) and any(c[0] == column and c[2] for c in rows[number + reach]):
                reach += 1
            spans = (f" colspan={columns}" if columns > 1 else "") + (f" rowspan={reach}" if reach > 1 else "")
            html.append(f"  <td width=80{spans} style='border:solid windowtext 1.0pt;\r\n  mso-border-alt:solid windowtext .5pt'>\r\n  {inner}  </td>\r\n")
        html.append(" </tr>\r\n")
    return "".join(html) + "</table>\r\n"


def main():
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        text, sheet = scratch / "futian.fodt", scratch / "sheet.fods"
        text.write_text(odf("text"), encoding="utf-8")
        sheet.write_text(odf("spreadsheet"), encoding="utf-8")
        docx = convert(text, "docx:MS Word 2007 XML", scratch)
        xlsx = convert(sheet, "xlsx:Calc MS Excel 2007 XML", scratch)
        made = {
            "writer.html": convert(docx, "html:HTML (StarWriter)", scratch / "a"),
            "calc.html": convert(xlsx, "html:HTML (StarCalc)", scratch / "b"),
            "calc.csv": convert(xlsx, "csv:Text - txt - csv (StarCalc):44,34,76,1", scratch / "c"),
            "calc.tsv": convert(xlsx, "csv:Text - txt - csv (StarCalc):9,34,76,1", scratch / "d"),
        }
        for name, path in made.items():
            (HERE / name).write_bytes(path.read_bytes())
        (HERE / "word.html").write_text(word(docx), encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.exit(main())
