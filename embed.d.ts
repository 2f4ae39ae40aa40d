// Types of embed.js: the element <jiheng-calculator> and its events.
import type { Assessment, Problem, Scorecard } from "./engine/jiheng";

/** What went wrong. `path` names the value or the attribute: "assessment.entries.insured.actual", "rubric-url". */
export interface CalculatorError {
  code:
    /** The frame did not start, or does not speak with this origin: `origins` in its jiheng.config.json. */
    | "no-answer"
    /** `rubric-url` could not be fetched by this page. */
    | "rubric-not-loaded"
    /** A rubric with errors; `problems` has every one. */
    | "invalid-rubric"
    /** A value that is not what is due in its place. */
    | "wrong-shape"
    /** An assessment in the shape of another version. */
    | "other-version"
    /** An assessment of a form that the frame does not have. */
    | "unknown-preset"
    /**
     * A form that is not offered, an edition that the frame does not have, no form at all, its files did not come in time, or
     * something else was assigned before they had come.
     */
    | "not-opened"
    /** The part of the program that scores, or that checks a rubric, could not be fetched by the frame. */
    | "not-fetched"
    /** More is entered than can be scored for this page: 16 MB. */
    | "not-scored"
    /** Who waited for an answer gets none: the calculator was removed, or its frame loaded anew. Or an error that has no other code. */
    | "failed";
  path: string;
  /** In English, for developers. */
  message: string;
  /** With `invalid-rubric`. */
  problems?: Problem[];
}

/**
 * Attributes, followed when they change: `preset` (id of a form), `lang` ("zh", "en"), `theme` ("auto", "light", "dark"),
 * `mode` ("full" the whole page, "score" the form and its score, "result" the score alone), `rubric-url` (a rubric as JSON,
 * fetched by this page), `assessment` (JSON).
 */
export interface JihengCalculator extends HTMLElement {
  /** As entered so far; null until something is open. What is assigned is opened, and is this page's to keep; null empties the form. */
  assessment: Assessment | null;
  /** The latest; null until something is scored. */
  readonly scorecard: Scorecard | null;
  /** Scores what is entered now. */
  score(): Promise<Scorecard>;
  /** Back to the assessment that was assigned, or to an empty form. */
  reset(): Promise<void>;
}

export interface CalculatorEvents {
  /** The frame listens. */
  "jiheng-ready": CustomEvent<{ version: string }>;
  /** The user has changed something, be it in a scenario, which the assessment carries; a moment after typing stops. */
  "jiheng-change": CustomEvent<{ assessment: Assessment }>;
  /** What is open was scored: when it was opened, and after each change. */
  "jiheng-result": CustomEvent<{ assessment: Assessment; scorecard: Scorecard }>;
  "jiheng-error": CustomEvent<CalculatorError>;
}

declare global {
  interface HTMLElementTagNameMap { "jiheng-calculator": JihengCalculator }
  interface HTMLElementEventMap extends CalculatorEvents {}
  interface DocumentEventMap extends CalculatorEvents {}
  interface WindowEventMap extends CalculatorEvents {}
}
