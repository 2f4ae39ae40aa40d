// The least a page can do per keystroke: one input, one text node. `make bench` compares the page with it.
const output = document.querySelector('output');
document.querySelector('input').addEventListener('input', (event) => {
  output.textContent = event.target.value;
});
