// Before the first paint: the theme and language chosen last time, so that nothing flashes.
try {
  const theme = localStorage.getItem("ceyuan.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (localStorage.getItem("ceyuan.language") === "en") document.documentElement.lang = "en";
} catch {
  // No storage: system theme, Chinese.
}
