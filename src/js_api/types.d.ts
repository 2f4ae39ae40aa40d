/** A decimal as text: "30437", "182.62". At most 15 significant digits and 6 decimals. A number is refused. */
export type Figure = string;
/** A figure, or one of the assessment's facts. */
export type Value = Figure | { fact: string };
/** A text in Chinese, with English where there is some. */
export interface Label { zh: string; en?: string }
/** A text in both languages. */
export interface Text { zh: string; en: string }
/** Fixed points, or the ends of a range, both included; 分. */
export type PointRange = Figure | { from: Figure; to: Figure };

export type Kind = "self-evaluation" | "department-evaluation" | "third-party-evaluation";

export interface Rubric {
  id: string;
  edition: string;
  title: Label;
  region: Label;
  kind: Kind;
  layout: "report" | "self-form" | "progress";
  /** 分; "100" if left out. */
  fullScore?: Figure;
  /** Two places, half up (四舍五入), if left out. */
  rounding?: { places?: number; mode?: "half-up" | "half-even" | "down" };
  /** From the best down, each with its lower bound, included. */
  grades: { name: Label; min: Figure }[];
  notApplicable?: "rescale" | "full-marks" | "zero-weight";
  /** Highest total, 分. */
  cap?: Figure;
  /** 加分项, outside the weights, together at most `max` 分. */
  bonus?: { max: Figure; items: Indicator[] };
  facts?: { id: string; label: Label; unit?: Label }[];
  indicators: Indicator[];
  sources: { id: string; title: Label; year: string }[];
  accepted?: { code: string; indicator?: string; reason: Label }[];
}

/** A group with children, or a leaf with scoring. */
export interface Indicator {
  id: string;
  name: Label;
  /** 分. */
  weight: Figure;
  meaning?: Label;
  criteria?: Label[];
  source?: string;
  children?: Indicator[];
  /** `rateName` is what its rate is called, where 完成率 is not the word. */
  scoring?: {
    measure?: Measure; rule: Rule; modifiers?: Modifier[]; prefill?: Entry; unit?: Label; rateName?: Label;
  };
}

export type Measure =
  | { kind: "ratio"; direction: "at-least" | "above" | "at-most" | "below" | "equal" }
  | { kind: "share" }
  | { kind: "survey"; options: Label[]; coefficients: Figure[] }
  | { kind: "rate"; beyondHundred?: boolean }
  | { kind: "budget"; divisor: "annual" | "adjusted" | "received" | "arrival" }
  | { kind: "cost" }
  | { kind: "timeliness"; by: "dates" | "duration" }
  | { kind: "quality" };

/** What is done with a part of a step. */
export type PartOfStep = "exact" | "down" | "up";

/** Rates and shares are in %, points in 分. */
export type Rule =
  | { kind: "levels"; levels: { id: string; label: Label; points: PointRange }[] }
  | { kind: "bands"; bands: { id: string; label: Label; share: PointRange }[] }
  | { kind: "checklist"; items: { id: string; label: Label; points?: Figure }[] }
  | { kind: "proportional"; uncapped?: boolean }
  | { kind: "share-of-points" }
  | { kind: "shortfall"; target: Figure; per?: Figure; lose: Figure; partial?: PartOfStep }
  | { kind: "excess"; limit: Figure; per: Figure; lose: Figure; partial?: PartOfStep }
  | { kind: "steps"; full: Figure; per: Figure; lose: Figure; partial: PartOfStep }
  | { kind: "threshold"; bands: { from: Figure; points: Figure }[] }
  | { kind: "curve"; knots: { rate: Figure; share: Figure }[] }
  | { kind: "not-over"; otherwise?: Rule }
  | { kind: "judgement" };

/** `scope` is "leaf", "total" or the id of an indicator. */
export type Modifier =
  | { kind: "deduction"; id: string; label: Label; points: PointRange }
  | { kind: "per-occurrence"; id: string; label: Label; points: Figure }
  | { kind: "knockout"; id: string; label: Label; scope: string }
  | { kind: "penalty"; id: string; label: Label; points: PointRange; scope: string; rateBelow?: Figure };

export interface Assessment {
  version: 1;
  /** `hash` pins the content of a preset; a note is among the problems where it differs. */
  rubric: { id: string; hash?: string };
  project?: Project;
  facts?: Record<string, Figure>;
  entries?: Record<string, Entry>;
  /** 推演方案, on top of the facts and entries above. `score` does not look at them. */
  scenarios?: Scenario[];
  /** The name of the scenario that is open in the page; none while that is the baseline. */
  trying?: string;
  /** What it takes to change an input, by the id of its indicator or fact. */
  efforts?: Record<string, Figure>;
}

/** Named changes; no two scenarios of an assessment have the same name. */
export interface Scenario { name: string; note?: string; changes?: Change[] }

/** A fact, or a field of an entry with what it holds; without `to` it is emptied. */
export type Change =
  | { fact: string; to?: Figure }
  | { [F in keyof Entry]-?: { indicator: string; field: F; to?: Entry[F] } }[keyof Entry];

/** Free text, in the words of the form. */
export interface Project {
  name?: string; unit?: string; department?: string; year?: string; evaluator?: string;
  summary?: string; expected?: string; achieved?: string;
  goals?: { l1?: string; l2?: string; name?: string; target?: string; actual?: string; progress?: string; note?: string }[];
  /** 万元, as printed. */
  funds?: { source?: string; initial?: string; budget?: string; received?: string; executed?: string }[];
  surveys?: { question?: string; options?: { label?: string; count?: string }[] }[];
}

/** Which fields count is decided by the measure and the rule of the indicator. */
export interface Entry {
  /** A figure, or a date such as "2024-12-25". */
  actual?: Value; target?: Value; planned?: Value; start?: Value;
  yes?: Value; asked?: Value; counts?: Value[];
  /** %. */
  rate?: Value;
  level?: string;
  /** 分. */
  points?: Value;
  /** Ids of the checklist items that are not met; `[]` says that all are. */
  missed?: string[];
  /** Items met in part, with the share met in %. */
  partly?: Record<string, Value>;
  deductions?: { item: string; points?: Value; count?: Value }[];
  override?: { points: Value; reason?: string };
  notApplicable?: boolean;
  /** For a group: points in 分, or share of its weight in %. */
  block?: { points?: Value; share?: Value; reason?: string };
  reason?: string; name?: string; targetText?: string; actualText?: string; note?: string;
  evidence?: string; basis?: string; lastYear?: string; deviation?: string;
}

export interface Problem {
  indicator?: string;
  field?: string;
  code: string;
  severity: "error" | "warning" | "note";
  params: Record<string, string>;
  text: Text;
}

/**
 * `score` is what is certain so far and equals `min`; `max` is what is still possible; 分.
 * `scoreRate` is score ÷ weight in %, absent where the weight is 0.
 */
export interface Scorecard {
  total: { score: Figure; weight: Figure; scoreRate?: Figure; min: Figure; max: Figure; adjustments: Adjustment[] };
  /** `name` once the grade is settled; `certain` is the grade it is at least. Best first. */
  grade: { name: string | null; certain: string | null; possible: string[] };
  problems: Problem[];
  indicators: Scored[];
}

/** score + deduction − addition = weight. Rates in %. */
export interface Scored {
  id: string;
  path: string[];
  name: string;
  weight: Figure; score: Figure; min: Figure; max: Figure; deduction: Figure; addition: Figure;
  measureRate?: Figure;
  scoreRate?: Figure;
  status: "empty" | "partial" | "scored" | "overridden" | "not-applicable" | "block" | "in-block" | "invalid";
  adjustments: Adjustment[];
  trace: Step[];
  /** 评分过程 in one line. */
  text: Text;
}

/** Points added, or taken if below 0; 分. */
export interface Adjustment {
  kind: "deduction" | "occurrences" | "knockout" | "penalty" | "block" | "override" | "rescale" | "bonus" | "cap";
  item?: string;
  from?: string;
  min: Figure;
  max: Figure;
  text: Text;
}

/** A rate, shown in % with two decimals, and exactly, in lowest terms: "30437/33333". */
export interface Rate { percent: Figure; exact: string }

/** `lost` and `count` are exact fractions in lowest terms. */
export type Step =
  | { kind: "ratio"; direction: string; actual: Figure; target: Figure; rate: Rate }
  | { kind: "share"; yes: Figure; asked: Figure; rate: Rate }
  | { kind: "survey"; terms: { count: Figure; coefficient: Figure }[]; answers: Figure; rate: Rate }
  | { kind: "entered"; percent: Figure; rate: Rate }
  | { kind: "budget"; divisor: string; executed: Figure; budget: Figure; rate: Rate }
  | { kind: "cost"; planned: Figure; actual: Figure; saving: Rate; rate: Rate }
  | { kind: "dates"; planned: string; actual: string; late: string; rate: Rate }
  | { kind: "duration"; planned: Figure; actual: Figure; rate: Rate }
  | { kind: "quality"; passed: Figure; inspected: Figure; rate: Rate }
  | { kind: "level"; id: string; points: { from: Figure; to: Figure } }
  | { kind: "picked" | "judged"; points: Figure }
  | { kind: "checklist"; items: string; missed: string[]; partly: Record<string, Figure>; lost: string }
  | { kind: "proportional"; rate: Rate; capped: boolean }
  | { kind: "shortfall"; target: Rate; gap: Rate; lost: string; partial: PartOfStep }
  | { kind: "excess"; limit: Rate; over: Rate; lost: string; partial: PartOfStep }
  | { kind: "steps"; full: Rate; count: string; lost: string; partial: PartOfStep }
  | { kind: "threshold"; from: Figure | null; points: Figure }
  | { kind: "curve"; low: { rate: Figure; share: Figure }; high: { rate: Figure; share: Figure }; share: Rate }
  | { kind: "not-over"; over: boolean }
  | { kind: "rounded"; exact: string; points: Figure }
  | { kind: "deducted"; item: string; points: { from: Figure; to: Figure }; effective: Figure }
  | { kind: "occurred"; item: string; count: Figure; each: Figure; effective: Figure }
  | { kind: "knocked-out"; item: string; scope: string }
  | { kind: "penalty"; item: string; points: { from: Figure; to: Figure }; scope: string }
  | { kind: "overridden"; formula: Figure | null; points: Figure }
  | { kind: "not-applicable" | "in-block" };

/** What is thrown: `path` names the value, such as "assessment.entries.insured.actual" or "ask.x.input". */
export interface Refusal {
  code:
    | "wrong-shape" | "unknown-preset" | "other-version"
    /** An input, an indicator or a fact that this assessment does not have. */
    | "unknown-input"
    /** A rubric with errors, see {@link validateRubric}. */
    | "invalid-rubric"
    /** More changes to choose from than the search of "cheapest" takes. */
    | "too-many";
  path: string;
  message: string;
}

/**
 * A question. Texts are read as on the page: "95分", "10%", "30,437人". Inputs go by {@link Input.id}.
 * - `distance`, `cheapest`: `target` is a total in 分, the next grade if left out, the full score at the best grade.
 *   `effort` has what it takes to change an indicator, by its id, or a fact, by "facts.…"; above 0, in any unit, 1 for what is not
 *   named. Those of the assessment if left out.
 * - `swing`: `by` is so many % down and up, 10 if left out, or "ends", as far as the rule goes.
 */
export type Ask =
  | { kind: "distance"; target?: Figure }
  | { kind: "cheapest"; target?: Figure; effort?: Record<string, Figure> }
  | { kind: "swing"; by?: Figure | "ends" }
  | { kind: "grid"; x: Side; y: Side }
  | { kind: "weights" }
  | { kind: "range" };

/**
 * A side of a grid: `from` and `to` in the unit of the input, a date, or a level; where one is left out, 10 % around what is
 * entered, or all choices. `steps` positions, 2 to 25, 7 if left out; what is entered comes in addition.
 */
export interface Side { input: string; from?: string; to?: string; steps?: number }

/** Points, 分: certain, and still possible. They differ where something is open. */
export interface Points { min: Figure; max: Figure }
/** A total in 分, with the grade of the points that are certain. */
export interface Total extends Points { grade: string | null }

/** What every answer starts from: the score as it is, the grades from the best down with their lower bounds, the problems as of {@link score}. */
export interface Baseline {
  total: Points;
  fullScore: Figure;
  grade: Scorecard["grade"];
  grades: { name: string; min: Figure }[];
  problems: Problem[];
}

/** Something entered that may be varied. */
export interface Input {
  /** "insured-all.actual", "system-execution.missed", "safety.accident", "facts.received". */
  id: string;
  /** The indicator at which it is entered; absent for one of the facts. */
  indicator?: string;
  fact?: string;
  /** Achieved, or what that is held against, such as a target. */
  role: "earned" | "given";
  name: Text;
  /** What is entered; null where nothing is, or nothing that can be read. */
  now: Stand | null;
}

/**
 * What is entered, in the shape of {@link Entry}: a figure in the unit of the input, a date, points in 分, a share in %;
 * a level; the ticks of a checklist; the answers of a survey; whether a deduction or veto happened, with its points in 分 or how often.
 */
export type Setting =
  | string
  | { level: string; points?: Figure }
  | { missed: string[]; partly?: Record<string, Value> }
  | { counts: Figure[] }
  | { happened: boolean; points?: Figure; count?: Figure };

/** What stands in an input; `shown` says it with its unit: "32012人". */
export interface Stand { setting: Setting; shown: Text }
/** What may stand in an input, with the total that comes of it. `text` says so, to be pasted; absent where it is what is entered. */
export interface Place extends Stand { total: Total; text?: Text }

export type Answer = DistanceAnswer | CheapestAnswer | SwingAnswer | GridAnswer | WeightsAnswer | RangeAnswer;

/** For every input that was achieved, or is given and blank and could raise the total: what it alone needs for the total to reach `target`, and what loses the grade; 分. */
export interface DistanceAnswer {
  kind: "distance";
  baseline: Baseline;
  target: Figure;
  /** Lower bound of the grade that is held; null for the lowest, which cannot be lost, and while several are possible. */
  held: Figure | null;
  inputs: { input: Input; up: Way; down: Way | null }[];
}

export type Way =
  | { way: "already"; at: null; short: null }
  /** From `at` on, the nearest to what is entered; `short` is one step short of it, null where there is none. */
  | { way: "from"; at: Place; short: Place | null }
  /** Not alone: so far it comes. */
  | { way: "never"; at: Place; short: null };

/** The smallest sets of changes that reach `target`, 分. */
export interface CheapestAnswer {
  kind: "cheapest";
  baseline: Baseline;
  target: Figure;
  /** "unfinished": given up after 100,000 sets without an answer. */
  way: "already" | "plans" | "out-of-reach" | "unfinished";
  /** The answer in sentences: the optimum and why its points do not add up, or why there is none. */
  texts: Text[];
  /** The least effort first, then up to ten alternatives. */
  plans: Plan[];
  /** Whether it is known that there are no other plans, none of them holding more than is needed. */
  all: boolean;
  /**
   * Whether nothing could do better. False where shared facts pull rows apart in more ways than were tried: "out-of-reach"
   * then holds for what was tried, and there may be a plan with less effort.
   */
  sure: boolean;
  /** What gets farthest, where the target is out of reach. */
  best: Plan | null;
  /** And what keeps the total from being more. */
  limits: Limit[];
  /** All that there is to choose from, each no farther than it alone is of use: what efforts may be given for. */
  choices: PlanChange[];
}

/** `effort` of all changes, in the unit of the efforts; their number where none were given. `text` is absent where nothing is changed. */
export interface Plan { effort: Figure; total: Total; changes: PlanChange[]; notes: Note[]; text?: Text }

/** `id` is that of the indicator, or "facts.…". `alone` is what the total gains if nothing else is changed, 分; below 0 if it loses. */
export interface PlanChange { id: string; indicator?: string; effort: Figure; alone: Figure; steps: { input: Input; to: Stand }[]; text: Text }

/** What acts on a group, the only one of `indicators`, or on the total where there is none. */
export interface Acting { adjustment: Adjustment["kind"]; item?: string; from?: string; indicators: string[]; text: Text }

/** Why the points of changes do not simply add up. */
export type Note =
  /** A fact moves several rows at once. */
  | { kind: "shared"; fact: string; indicators: string[]; text: Text }
  /** Several changes meet in a row. */
  | { kind: "meet"; indicators: string[]; text: Text }
  /** "lifted": it is undone, and until then points beneath count less or not at all; "bound": it limits what the changes give. */
  | { kind: "lifted" | "bound" } & Acting;

/** What keeps a total from being more: something that acts, or rows that stay short of their weight. */
export type Limit = { kind: "acting" } & Acting | { kind: "rows"; indicators: string[]; text: Text };

/** Every input that was achieved and is entered, between a low and a high, the largest effect first. `width` spans every total between them, the one as it is included, 分. */
export interface SwingAnswer {
  kind: "swing";
  baseline: Baseline;
  /** %, or "ends". */
  by: Figure | "ends";
  inputs: { input: Input; low: Place; high: Place; width: Figure }[];
}

/** Totals for two inputs: a row for each position of `y`, in it one for each of `x`. */
export interface GridAnswer { kind: "grid"; baseline: Baseline; x: Axis; y: Axis; totals: Total[][] }
/** Positions in order; `now` is the index of what is entered. */
export interface Axis { input: Input; positions: Stand[]; now: number | null }

/** A number with all its digits: cut after six decimals, and exactly, in lowest terms: "20785/6130", or "35" where it is whole. */
export interface Exact { decimal: Figure; exact: string }

/** How the grade goes with the weight of each indicator, the others rescaled; on unrounded points. */
export interface WeightsAnswer {
  kind: "weights";
  baseline: Baseline;
  /** What the weights that count add up to, 分: the highest that a weight can be. */
  full: Figure;
  /** The total as it is, unrounded, 分, and its grade. */
  total: Exact;
  grade: string | null;
  /** Whether every answer is settled; if not, this is about the points that are certain. */
  settled: boolean;
  /** What holds for all, in sentences. */
  texts: Text[];
  /** In the order of the form; either `silence`, why there is nothing to say, or `sweep`. */
  indicators: {
    indicator: string;
    name: Text;
    text: Text;
    silence: "no-weight" | "not-applicable" | "in-block" | "bonus" | "whole" | null;
    sweep: Sweep | null;
  }[];
}

/** All weights from 0 to `full`, 分: the total, straight between the knots, and the grades; `holds` is the index of the interval of `weight`. */
export interface Sweep {
  weight: Figure;
  knots: { weight: Exact; total: Exact }[];
  intervals: Interval[];
  holds: number;
}

/** Weights of one grade, 分. `shown` are its first and last weight with the decimals of the form; null where it holds none such. */
export interface Interval {
  grade: string | null;
  from: Exact; fromIncluded: boolean;
  to: Exact; toIncluded: boolean;
  shown: { from: Figure; to: Figure } | null;
}

/** Rows that are still open, with what they may earn, and the answers of one input that settle the grade whatever becomes of the rest. */
export interface RangeAnswer {
  kind: "range";
  baseline: Baseline;
  open: {
    indicator: string;
    name: Text;
    score: Points;
    /** From `from` to `to`, both included, it is this grade. A fact that several rows wait for is told at each of them. */
    settles: { input: Input; grade: string | null; from: Stand; to: Stand }[];
  }[];
}

/** A table as it was printed: every figure as a text with its digits, its sign and its unit ("5.0", "≥33333人", "91.31%"); "" or absent where nothing is printed. */
export interface PublishedTable {
  title: string;
  /** 分; "100" where absent. */
  fullScore?: string;
  /** The best first; `max` where an upper bound is printed. Absent: those of 财预〔2020〕10号. */
  gradeScale?: { name: string; min: string; max?: string; maxExcluded?: boolean }[];
  /** The line of the budget; amounts in one unit, `weight` and `score` where the form scores it there. */
  budget?: { initial?: string; planned?: string; executed?: string; rate?: string; weight?: string; score?: string; parts?: { name: string; initial?: string; planned?: string; executed?: string }[] };
  rows: PublishedRow[];
  /** Subtotals; `path` from the first level down. */
  groups?: { path: string[]; weight?: string; score?: string; scoreRate?: string }[];
  /** Rows, numbered from 0, that share one score. */
  blocks?: { rows: number[]; weight?: string; score: string }[];
  total?: string;
  /** What was taken off in all, 分. */
  deduction?: string;
  grade?: string;
  /** Paragraphs of the document in which figures of the table are told again. */
  texts?: string[];
}

/** An indicator as printed. `counts` are the answers of a survey, an option each; `levels` the points that its rule names ("5", "0–2"). */
export interface PublishedRow {
  l1?: string; l2?: string; l3?: string;
  weight?: string; target?: string; actual?: string; completion?: string; scoreRate?: string; deduction?: string; score?: string;
  counts?: string[]; levels?: string[]; reason?: string; rule?: string;
}

export type Check =
  | "weights-sum" | "group-weights-sum" | "weight-missing" | "score-above-weight" | "score-negative" | "group-score-sum" | "total-sum"
  | "total-impossible" | "score-rate-mismatch" | "deduction-mismatch" | "completion-mismatch" | "rounding-direction" | "rate-impossible-for-count"
  | "unit-price-mismatch" | "budget-rate" | "budget-score" | "budget-counted-twice" | "budget-not-summed" | "over-execution" | "grade-mismatch"
  | "grade-scale-gap" | "full-score-target-missed" | "docked-though-met" | "docked-without-reason" | "actual-copies-target" | "target-far-too-low"
  | "target-zero" | "over-completion" | "not-a-level" | "duplicate-row" | "same-figure-differs" | "parts-of-whole" | "impossible-date";

/** Where it is printed: a cell of a row (from 0), of a group, or of the table as a whole; a paragraph for "text". */
export interface Cell { table: number; row?: number; group?: string[]; field: string }

/** One contradiction. "error": no way of rounding the printed digits allows it; else `readings` are those that do. */
export interface Finding {
  code: Check;
  severity: "error" | "warning" | "note";
  /** What it bears on: the total or the grade; figures that do not agree; scores that do not follow from the results; the targets and results themselves. */
  consequence: "total" | "figures" | "reasons" | "targets";
  where: Cell;
  published: string;
  /** A figure, or from one to another; "" where no one value is due. */
  expected: string;
  readings: ("half-up" | "half-even" | "down")[];
  /** Other cells that are part of it. */
  with: Cell[];
  params: Record<string, string>;
  text: Text;
}

/** A rule that the scores of a table point to; `rule` is the kind of the engine's rule, rows are numbered from 0. One or two rows are no proof. */
export interface Recovered {
  rule: Rule["kind"];
  /** What each may be, from one to another, and the plainest figure: "zeroBelow" and "zeroAbove" in %, "share" in % of the weight, "points" in 分. */
  params: Partial<Record<"zeroBelow" | "zeroAbove" | "share" | "points", { chosen: Figure; from: string; to: string }>>;
  supports: number[];
  contradicts: number[];
  evidence: "none" | "one" | "two" | "several";
  texts: Text[];
}

/** What an audit means: grades by name, null where they can't be said; the total in 分 with the range of its digits. */
export interface Verdict {
  /** `byTotal` is that of the printed total, `byRows` of the rows' sum, `byRules` of a guess that decides nothing. */
  grades: { printed: string | null; byTotal: string | null; byRows: string | null; byRules: string | null };
  /** No reading of the digits allows the printed grade, or, where none is printed, that of the printed total. */
  gradeChanges: boolean;
  /** The sum of the rows has another grade, but digits that rounding hides may give the same. */
  gradeMayChange: boolean;
  recomputed: { total: Figure; min: Figure; max: Figure; maxExcluded: boolean } | null;
  recovered: Recovered[];
}

/** Findings by their consequence, errors first. What stands for the whole is that of the first table with a total; `checked` is how often each check could be made. */
export interface AuditReport extends Verdict {
  findings: Finding[];
  tables: (Verdict & { checked: Partial<Record<Check, number>>; texts: Text[] })[];
  text: Text;
  /** For a letter: an item a line. */
  letter: Text;
}

/** The version of the module. */
export function version(): string;
/** The forms that come with it. */
export function presets(): { id: string; title: Text; region: Text; kind: Kind; fullScore: Figure; edition: string; hash: string }[];
/** The rubric of a preset. Throws a {@link Refusal}. */
export function preset(id: string): Rubric;
/** The published case of a preset, pinned to its content. Throws a {@link Refusal}. */
export function example(id: string): Assessment;
/** Every problem of a rubric. Throws a {@link Refusal}. */
export function validateRubric(rubric: Rubric): Problem[];
/** Scores an assessment. What cannot be read in a figure is a problem, the rest is scored. Throws a {@link Refusal}. */
export function score(input: { rubric: string | Rubric; assessment: Assessment }): Scorecard;
/** What would change the score; every answer is proved by scoring. Throws a {@link Refusal}. */
export function whatIf<A extends Ask>(input: { rubric: string | Rubric; assessment: Assessment; ask: A }): Extract<Answer, { kind: A["kind"] }>;
/** What contradicts what in published tables. Throws a {@link Refusal}. */
export function audit(input: { tables: PublishedTable[] }): AuditReport;
