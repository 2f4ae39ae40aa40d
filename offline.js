// Has the page kept for use without a network, and tells it when a new release has come. Fetched once the page is usable.

const HOUR = 3600000;
const workers = navigator.serviceWorker;

// src/app listens.
const tell = () => dispatchEvent(new Event('jiheng-update'));

/** Offers a release that has come whole while another one runs. */
function offer(registration, worker) {
  if (worker && worker.state === 'installed' && registration.active) tell();
}

function follow(registration) {
  const coming = () => {
    const worker = registration.installing;
    if (worker) worker.addEventListener('statechange', () => offer(registration, worker));
  };
  registration.addEventListener('updatefound', coming);
  coming();
  offer(registration, registration.waiting);
}

/** Takes up the new release, if it isn't yet, and loads the page once; unless a newer one comes in its place. */
function accept(registration, replaced) {
  const { waiting } = registration;
  if (!waiting) return location.reload();
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
    if (waiting.state === 'redundant') replaced();
  });
  waiting.postMessage('jiheng:apply');
}

function begin(registration) {
  let accepted = false;
  let controlled = Boolean(workers.controller);
  let checked = Date.now();
  addEventListener('jiheng-update-accepted', () => {
    if (accepted) return;
    accepted = true;
    accept(registration, () => {
      accepted = false;
      offer(registration, registration.waiting);
    });
  });
  // Another window has accepted: this one has things open, and is asked too.
  workers.addEventListener('controllerchange', () => {
    if (controlled && !accepted) tell();
    controlled = true;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < HOUR) return;
    checked = Date.now();
    registration.update().catch(() => {});
  });
  follow(registration);
}

// Where there are no service workers, or they are refused, the page is as before.
if (workers) {
  workers.register('sw.js', { updateViaCache: 'none' }).then((registration) => registration && begin(registration), () => {});
}
