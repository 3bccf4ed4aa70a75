"use strict";
/* The page is complete without this script. It adds the choice of light or dark, sorting, printing
   with everything open, and hovering over and zooming into the charts (charts.js). */
const root = document.documentElement;
root.classList.add("scripted");

function remembered() {
  try { return localStorage.getItem("quorate-theme"); } catch (ignored) { return null; }
}

function remember(theme) {
  try { localStorage.setItem("quorate-theme", theme); } catch (ignored) { /* private window */ }
}

function isDark() {
  const chosen = root.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function installTheme() {
  const button = document.getElementById("theme");
  const say = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  if (remembered()) { root.dataset.theme = remembered(); }
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(root.dataset.theme);
    say();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", say);
  say();
}

function installSorting(table) {
  const body = table.tBodies[0];
  table.querySelectorAll("th[data-sort]").forEach((head) => {
    head.querySelector("button").addEventListener("click", () => {
      const rising = head.getAttribute("aria-sort") !== "ascending";
      const key = (row) => {
        const cell = row.cells[head.cellIndex];
        return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
      };
      const rows = [...body.rows];
      rows.sort((a, b) => {
        const x = key(a), y = key(b);
        const order = typeof x === "number" ? x - y : x.localeCompare(y);
        return rising ? order : -order;
      });
      table.querySelectorAll("th[aria-sort]").forEach((th) => th.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", rising ? "ascending" : "descending");
      body.append(...rows);
    });
  });
}

function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target && target.tagName === "DETAILS") { target.open = true; }
}

function installPrinting() {
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((d) => { d.open = false; }));
}

installTheme();
document.querySelectorAll("table.sortable").forEach(installSorting);
addEventListener("hashchange", openTarget);
document.querySelectorAll('a[href^="#metric-"]').forEach((a) => a.addEventListener("click", () => setTimeout(openTarget)));
openTarget();
installPrinting();
