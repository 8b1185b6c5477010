// Copies the SQL of a figure. Where the clipboard is closed to the page, the text is selected, and copied if the browser allows.
const said = document.getElementById('copied');
for (const button of document.querySelectorAll('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const code = document.getElementById(button.dataset.of);
    let done = true;
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      done = document.execCommand('copy');
    }
    said.textContent = done ? 'The SQL is copied.' : 'The SQL is selected.';
    button.firstChild.data = done ? 'Copied' : 'Selected';
    setTimeout(() => {
      button.firstChild.data = 'Copy';
    }, 2000);
  });
}
