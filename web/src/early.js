// Before the page is drawn: how it is to look, and the answer that home begins with, asked for while the rest still comes. As plain as in
// 1999; storage may be switched off.
(function () {
  var root = document.documentElement;
  function recall(key) {
    try {
      return localStorage.getItem("estation." + key);
    } catch (off) {
      return null;
    }
  }
  var theme = recall("theme");
  var dark = theme === "dark" || (theme !== "light" && window.matchMedia && matchMedia("(prefers-color-scheme:dark)").matches);
  var strong = recall("strong") || (window.matchMedia && matchMedia("(prefers-contrast:more)").matches);
  root.className = (dark ? "dark " : "") + (strong ? "strong " : "") + (recall("large") ? "large" : "");
  if (!window.fetch || location.hash.length > 2) return;
  var token = recall("token");
  window.today = fetch("/api/today?lang=*", { headers: token ? { Authorization: "Bearer " + token } : {} });
  window.today.catch(function () {}); // shell/api.ts meets the same failure
})();
