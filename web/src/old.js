// Before everything else, for browsers that do not understand the rest: as plain as in 1999. The sentence is in index.html.
(function () {
  function tell() {
    if (!document.getElementById("app").firstChild) document.getElementById("old").removeAttribute("hidden");
  }
  window.onerror = tell; // the script of the page could not be read, or not be run
  try {
    new RegExp("(?<a>b)"); // Chromium 64, Safari 11.1
  } catch (unknown) {
    tell();
  }
})();
