// <jiheng-calculator>: 绩衡 in the page of somebody else. It holds a frame on the folder that this script lies in, and speaks
// with it by messages; each side hears the other's window and origin only. Types: embed.d.ts.
(() => {
  const PROTOCOL = 'jiheng:1';
  const PATIENCE = 30000; // ms from the load of the frame to its answer
  const SANDBOX = 'allow-scripts allow-same-origin allow-downloads allow-modals allow-forms';
  const TITLES = { zh: '绩效评价计算器', en: 'Performance evaluation calculator' };
  const TAG = 'jiheng-calculator';
  const SCROLLS = { passive: true, capture: true }; // also a pane of the page
  const STYLE = ':host{display:block;inline-size:100%}:host([hidden]){display:none}';
  const EMBED = 'script[src*="embed.js"]';
  // A script of `type=module` is not the current one.
  const names = new Set(); // of the frames that are there; what each keeps for the tab goes by its own
  const folder = new URL('.', (document.currentScript || document.querySelector(EMBED)).src);

  class JihengCalculator extends HTMLElement {
    static observedAttributes = ['preset', 'lang', 'theme', 'mode', 'rubric-url', 'assessment'];

    #frame = null;
    #ready = false;
    #waiting = []; // what is asked before the frame is ready
    #late = new Map(); // attributes that were changed before it
    #asked = new Map(); // who waits for which answer
    #count = 0;
    #timer = 0;
    #rubric = null; // the host's rubric, as text
    #given = null; // the assessment that the host handed over
    #assessment = null;
    #scorecard = null;
    #hear = (event) => this.#heard(event);
    #look = () => this.#ready && this.#view();

    get assessment() {
      return this.#assessment;
    }

    set assessment(value) {
      const before = [this.#given, this.#assessment];
      this.#given = this.#assessment = value;
      const refused = (error) => {
        if (this.#given === value) [this.#given, this.#assessment] = before;
        throw error;
      };
      if (value || this.#ready) this.#do(value ? 'assessment' : 'reset', value, refused);
    }

    get scorecard() {
      return this.#scorecard;
    }

    score() {
      return this.#ask('score');
    }

    reset() {
      return this.#given ? this.#ask('assessment', this.#given) : this.#ask('reset');
    }

    connectedCallback() {
      // Assigned before this script had come: it hides the property.
      const early = Object.getOwnPropertyDescriptor(this, 'assessment');
      if (early) {
        delete this.assessment;
        this.assessment = early.value;
      }
      const frame = document.createElement('iframe');
      const own = `jiheng-${location.pathname}-${this.id || 0}`;
      let name = own;
      for (let nth = 1; names.has(name); nth += 1) name = `${own}-${nth}`;
      names.add((frame.name = name));
      frame.setAttribute('sandbox', SANDBOX);
      frame.setAttribute('loading', 'lazy');
      Object.assign(frame.style, { border: 0, display: 'block', height: '40rem', width: '100%' });
      frame.onload = () => this.#greet();
      this.#frame = frame;
      this.#entitle();
      frame.src = this.#address();
      addEventListener('message', this.#hear);
      addEventListener('scroll', this.#look, SCROLLS);
      addEventListener('resize', this.#look);
      const shadow = this.shadowRoot || this.attachShadow({ mode: 'open' });
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        shadow.adoptedStyleSheets = [sheet];
      } catch (error) {
        // An older browser: the frame is a block of its own anyway.
      }
      shadow.textContent = '';
      shadow.append(frame);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      removeEventListener('scroll', this.#look, SCROLLS);
      removeEventListener('resize', this.#look);
      clearTimeout(this.#timer);
      names.delete(this.#frame.name);
      this.#ready = false;
      this.#waiting = [];
      this.#drop(() => true, 'the calculator was removed');
    }

    attributeChangedCallback(name, _, value) {
      if (name === 'rubric-url') this.#fetch(value);
      else if (name === 'assessment') this.#parse(value);
      else if (this.#frame) {
        this.#entitle();
        this.#do(name, value);
      }
    }

    #entitle() {
      const lang = /^en/i.test(this.getAttribute('lang') || document.documentElement.lang) ? 'en' : 'zh';
      this.#frame.title = this.getAttribute('aria-label') || TITLES[lang];
    }

    /** Whether the page hands over what is opened, rather than naming a preset. */
    #hands() {
      return this.#given || this.hasAttribute('rubric-url');
    }

    /** What is known from the start is in the address, so that the frame need not wait for it. */
    #address() {
      const asks = new URLSearchParams({ embed: this.getAttribute('mode') || 'full' });
      for (const name of this.#hands() ? ['lang', 'theme'] : ['preset', 'lang', 'theme']) {
        const value = this.getAttribute(name);
        if (value) asks.set(name, value);
      }
      return `${folder}?${asks}`;
    }

    #fetch(url) {
      this.#rubric = null;
      if (!url) return;
      Promise.resolve()
        .then(() => fetch(new URL(url, document.baseURI)))
        .then((response) => (response.ok ? response.text() : Promise.reject(response.status)))
        .then((text) => {
          // Unless another one was asked for meanwhile.
          if (this.getAttribute('rubric-url') !== url) return;
          this.#rubric = text;
          this.#do('rubric', text);
          if (this.#given) this.#do('assessment', this.#assessment);
        })
        .catch((error) => {
          this.#fail({ code: 'rubric-not-loaded', path: 'rubric-url', message: `${url}: ${error}` });
          // Rather the preset than nothing.
          if (!this.#assessment && this.hasAttribute('preset')) this.#do('preset', this.getAttribute('preset'));
        });
    }

    #parse(json) {
      try {
        if (json) this.assessment = JSON.parse(json);
      } catch (error) {
        this.#fail({ code: 'wrong-shape', path: 'assessment', message: String(error) });
      }
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`jiheng-${name}`, { bubbles: true, detail }));
    }

    #fail({ code, path = '', message, problems }) {
      // What no message can hold is refused by the browser, which has numbers for codes.
      const own = typeof code === 'string' ? code : 'failed';
      this.#tell('error', { code: own, path, message, ...(problems && { problems }) });
    }

    #post(message) {
      this.#frame.contentWindow.postMessage({ protocol: PROTOCOL, ...message }, folder.origin);
    }

    #ask(kind, value) {
      return new Promise((resolve, reject) => {
        const id = (this.#count += 1);
        this.#asked.set(id, { resolve, reject });
        const message = { kind, id, value };
        if (this.#ready) return this.#post(message);
        // Who asks does not wait until it is scrolled into sight.
        this.#frame.setAttribute('loading', 'eager');
        return this.#waiting.push(message);
      });
    }

    #do(kind, value, refused) {
      // What was handed over is handed on when the frame is ready.
      if (this.#ready) this.#ask(kind, value).catch(refused).catch((error) => this.#fail(error));
      else if (this.#frame && kind !== 'rubric' && kind !== 'assessment') this.#late.set(kind, value);
    }

    /** Who waits for an answer that will not come is told so. */
    #drop(gone, message) {
      for (const [id, { reject }] of this.#asked) {
        if (gone(id)) {
          this.#asked.delete(id);
          reject(Object.assign(new Error(message), { code: 'failed', path: '' }));
        }
      }
    }

    /** The frame was loaded, for the first time or anew. */
    #greet() {
      this.#ready = false;
      const waits = new Set(this.#waiting.map(({ id }) => id));
      this.#drop((id) => !waits.has(id), 'the frame was loaded anew');
      this.#post({ kind: 'hello' });
      clearTimeout(this.#timer);
      const message = `${folder} does not answer: it did not start, or its jiheng.config.json does not list ${location.origin}`;
      this.#timer = setTimeout(() => this.#fail({ code: 'no-answer', path: '', message }), PATIENCE);
    }

    #begin({ version }) {
      clearTimeout(this.#timer);
      this.#ready = true;
      this.#view();
      this.#tell('ready', { version });
      if (this.#hands()) this.#late.delete('preset');
      for (const [kind, value] of this.#late) this.#do(kind, value);
      this.#late.clear();
      if (this.#rubric) this.#do('rubric', this.#rubric);
      // What the user has changed since is not lost when the frame is loaded anew.
      if (this.#given) this.#do('assessment', this.#assessment);
      this.#waiting.splice(0).forEach((message) => this.#post(message));
    }

    /** How much of the frame is out of sight, above and below: off the screen, out of a pane, or under a head that stays. */
    #view() {
      const px = (length) => (/px$/.test(length) ? parseFloat(length) : 0);
      const { scrollPaddingTop } = getComputedStyle(document.documentElement);
      let from = Math.max(px(getComputedStyle(this).scrollMarginTop), px(scrollPaddingTop));
      let to = innerHeight;
      for (let pane = this.parentElement; pane && pane !== document.body; pane = pane.parentElement) {
        if (getComputedStyle(pane).overflowY !== 'visible') {
          const { top, bottom } = pane.getBoundingClientRect();
          from = Math.max(from, top);
          to = Math.min(to, bottom);
        }
      }
      const { top, bottom } = this.#frame.getBoundingClientRect();
      this.#post({ kind: 'view', above: from - top, below: bottom - to });
    }

    #heard({ source, origin, data }) {
      if (source !== this.#frame.contentWindow || origin !== folder.origin) return;
      if (!data || data.protocol !== PROTOCOL) return;
      const { kind, id, value, error } = data;
      if (kind === 'ready') this.#begin(data);
      else if (kind === 'size') {
        this.#frame.style.height = `${Math.min(Math.max(Number(data.height) || 0, 40), 1e5)}px`;
        this.#view();
      } else if (kind === 'change') {
        this.#assessment = data.assessment;
        this.#tell(kind, { assessment: data.assessment });
      } else if (kind === 'result') {
        this.#assessment = data.assessment;
        this.#scorecard = data.scorecard;
        this.#tell(kind, { assessment: data.assessment, scorecard: data.scorecard });
      } else if (kind === 'error') this.#fail(error);
      else if (kind === 'answer' && this.#asked.has(id)) {
        const { resolve, reject } = this.#asked.get(id);
        this.#asked.delete(id);
        if (error) reject(Object.assign(new Error(error.message), error));
        else resolve(value);
      }
    }
  }

  if (!customElements.get(TAG)) customElements.define(TAG, JihengCalculator);
})();
