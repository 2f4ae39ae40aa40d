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

/** What is thrown: `path` names the value, such as "assessment.entries.insured.actual". */
export interface Refusal { code: "wrong-shape" | "unknown-preset" | "other-version"; path: string; message: string }

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
