// Counts down what is left of a token's life. Without scripts the page shows what was left when it was made.
for (const shown of document.querySelectorAll('[data-seconds]')) {
  const end = Date.now() + Number(shown.dataset.seconds) * 1000;
  setInterval(() => {
    shown.textContent = String(Math.max(0, Math.round((end - Date.now()) / 1000)));
  }, 1000);
}

// A form is sent once, however often its button is pressed. Without scripts the server says that it was answered already.
document.addEventListener('submit', (event) => {
  if (event.target.dataset.sent) {
    event.preventDefault();
  }
  event.target.dataset.sent = 'sent';
});
