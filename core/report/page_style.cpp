#include "core/report/page_style.h"

namespace cf::report {

// Blue and orange are told apart by everyone; nothing is said by colour alone.
const char *const kPageStyle = R"css(
:root {
  --page: #f5f6f8; --card: #ffffff; --text: #1b2430; --soft: #5a6675; --line: #dde2e8;
  --c0: #0b62a8; --c1: #c55a00; --c2: #00796b; --c3: #8a3f8f; --c4: #55606e;
  --up: #0b62a8; --down: #b04a00; --head: #eef2f6; --accent: #0b62a8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #11161c; --card: #1a2129; --text: #e6ebf1; --soft: #9dabba; --line: #303b47;
    --c0: #62b1f5; --c1: #ff9f45; --c2: #46d3b4; --c3: #d89be0; --c4: #b5c0cc;
    --up: #6db8f8; --down: #ffa552; --head: #222c36; --accent: #62b1f5;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 0 1.5rem 4rem; max-width: 78rem; background: var(--page); color: var(--text);
  font: 15px/1.55 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
}
header { padding: 2.5rem 0 1rem; border-top: 5px solid var(--accent); }
h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.015em; overflow-wrap: anywhere; }
h2 { margin: 0 0 1rem; font-size: 1.2rem; letter-spacing: -.005em; }
h3 { margin: 0 0 .5rem; font-size: 1rem; }
dl, dd, figure { margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; }
.facts dt, .cards dt { color: var(--soft); font-size: .8rem; }
.facts dd { font-weight: 600; overflow-wrap: anywhere; }
nav {
  position: sticky; top: 0; z-index: 2; display: flex; gap: .25rem 1.25rem; overflow-x: auto;
  margin: 0 -1.5rem 1.5rem; padding: .6rem 1.5rem; background: var(--page); border-bottom: 1px solid var(--line);
  white-space: nowrap;
}
nav a { color: var(--soft); text-decoration: none; font-size: .9rem; }
nav a:hover, nav a:focus { color: var(--accent); text-decoration: underline; }
section {
  margin: 0 0 1.5rem; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px;
  scroll-margin-top: 3.5rem;
}
.note { color: var(--soft); font-size: .85rem; font-weight: 400; margin: -.5rem 0 1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; }
.cards div { padding: .8rem 1rem; background: var(--head); border-radius: 9px; }
.cards dd { font-size: 1.55rem; font-weight: 650; line-height: 1.25; font-variant-numeric: tabular-nums; }
.cards .against { font-size: .78rem; font-weight: 400; color: var(--soft); display: flex; flex-wrap: wrap; gap: 0 .5rem; }
.cards .delta { margin: 0; }
.scroll { position: relative; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .75rem; text-align: left; vertical-align: baseline; }
thead th { background: var(--head); font-size: .82rem; font-weight: 600; white-space: nowrap; }
thead th:first-child { border-radius: 8px 0 0 8px; }
thead th:last-child { border-radius: 0 8px 8px 0; }
.metrics td { text-align: right; white-space: nowrap; }
.metrics thead th:nth-child(n+3) { text-align: right; }
.metrics tbody { border-bottom: 1px solid var(--line); }
.metrics tbody th { font-weight: 400; color: var(--soft); }
.metrics th[scope=rowgroup] { font-weight: 600; color: var(--text); }
.metrics th[scope=rowgroup], .metrics thead th:first-child { position: sticky; left: 0; z-index: 1; }
.metrics th[scope=rowgroup] { background: var(--card); }
.metrics .mean th[scope=rowgroup] { background: var(--head); }
.metrics .mean { border-bottom: 0; background: var(--head); }
.metrics strong { font-weight: 750; }
.delta { display: block; font-size: .76rem; color: var(--soft); white-space: nowrap; }
.delta.up { color: var(--up); }
.delta.down { color: var(--down); }
.undefined { color: var(--soft); cursor: help; border-bottom: 1px dotted; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.settings { width: auto; min-width: min(100%, 30rem); }
.settings tbody tr { border-bottom: 1px solid var(--line); }
.settings tbody th { font-weight: 400; color: var(--soft); white-space: nowrap; }
.settings td { overflow-wrap: anywhere; }
.plain tbody tr { border-bottom: 1px solid var(--line); }
.plain td { overflow-wrap: anywhere; }
.plain .number { text-align: right; white-space: nowrap; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.25rem; }
.plot { min-width: 0; max-width: 35rem; }
.plot figcaption { font-weight: 600; margin-bottom: .25rem; }
.plot .note { display: inline; margin: 0 0 0 .4rem; }
.chart { display: block; width: 100%; height: auto; }
.chart text { fill: var(--soft); font: 12px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
.chart .key { fill: var(--text); }
.chart .grid { stroke: var(--line); }
.chart .axis { stroke: var(--soft); }
.chart .reference { stroke: var(--soft); stroke-dasharray: 2 4; }
.chart .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.chart .area { stroke: none; fill-opacity: .18; }
.chart .s0 { stroke: var(--c0); }
.chart .s1 { stroke: var(--c1); stroke-dasharray: 7 4; }
.chart .s2 { stroke: var(--c2); stroke-dasharray: 2 3; }
.chart .s3 { stroke: var(--c3); stroke-dasharray: 10 3 2 3; }
.chart .s4 { stroke: var(--c4); stroke-dasharray: 14 5; }
.chart .a0 { fill: var(--c0); } .chart .a1 { fill: var(--c1); } .chart .a2 { fill: var(--c2); }
.chart .a3 { fill: var(--c3); } .chart .a4 { fill: var(--c4); }
.strip + .strip, article + article { margin-top: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(45%, 10.5rem), 1fr)); gap: .75rem; }
.tiles img { display: block; width: 100%; height: auto; border-radius: 6px; background: var(--head); }
.tiles figcaption { margin-top: .3rem; font-size: .8rem; color: var(--soft); overflow-wrap: anywhere; }
.absent {
  display: grid; place-items: center; aspect-ratio: 4 / 3; border: 1px dashed var(--line); border-radius: 6px;
  color: var(--soft); font-size: .8rem;
}
.label { padding: .1rem .55rem; border: 1px solid var(--soft); border-radius: 1rem; font-size: .76rem; font-weight: 600; }
.path { margin: 0 0 .5rem; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
.scores { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-bottom: .6rem; font-size: .88rem; }
.scores div { display: flex; gap: .4rem; }
.scores dt { color: var(--soft); }
.scores dd { font-weight: 600; font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) {
  body { padding: 0 .9rem 2rem; }
  nav { margin: 0 -.9rem 1rem; padding: .6rem .9rem; }
  section { padding: 1rem; border-radius: 10px; }
  h1 { font-size: 1.5rem; }
  th, td { padding: .35rem .5rem; }
}
@media print {
  :root {
    --page: #fff; --card: #fff; --text: #000; --soft: #444; --line: #bbb; --head: #f0f0f0;
    --c0: #0b62a8; --c1: #c55a00; --c2: #00796b; --c3: #8a3f8f; --c4: #55606e; --up: #0b62a8; --down: #b04a00;
  }
  body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav { display: none; }
  header { padding-top: 1rem; }
  section { border: 0; padding: 0; margin-bottom: 1.2rem; }
  h2, h3 { break-after: avoid; }
  .plot, article, .strip, tbody, .cards div { break-inside: avoid; }
  .scroll { overflow: visible; }
  .metrics { font-size: 8pt; }
  th, td { padding: .2rem .35rem; }
  .tiles { grid-template-columns: repeat(6, 1fr); }
  .plots { grid-template-columns: 1fr 1fr; }
}
)css";

} // namespace cf::report
