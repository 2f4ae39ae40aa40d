// Runs the tabs 推演 and 核验: in a worker, or where that can't be started, on the page itself. Its parts come by name, because
// their names change with their content.

/** Starts the module and resolves to what speaks to it. `tell` hears what the page is told, `fail` why it can't go on. */
export async function start({ glue, wasm, integrity }, tell, fail) {
  const module = await import(glue);
  const response = await fetch(wasm, { integrity });
  if (!response.ok) throw new Error(`${response.status} ${wasm}`);
  await module.default({ module_or_path: response });
  const desk = new module.Desk();
  const turns = new MessageChannel();
  let coming = false;
  const attempt = (act) => {
    try {
      act();
    } catch (error) {
      fail(error);
    }
  };
  // One slice of work at a time, so that what is typed meanwhile is heard in between.
  const turn = () => {
    if (!coming) turns.port2.postMessage(null);
    coming = true;
  };
  turns.port1.onmessage = () => attempt(() => {
    coming = false;
    const more = desk.work(performance.now());
    const told = desk.told();
    if (told) tell(told);
    if (more) turn();
  });
  return (name, ...given) => attempt(() => {
    desk[name](...given);
    turn();
  });
}

if (typeof window === 'undefined') {
  const fail = (error) => postMessage({ failed: String(error) });
  let speak = null;
  self.onmessage = ({ data }) => {
    if (speak) return speak(...data);
    start(data, (told) => postMessage(told), fail).then((speaking) => {
      speak = speaking;
      postMessage({ ready: true });
    }, fail);
  };
}
