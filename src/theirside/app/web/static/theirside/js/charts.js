// Draws every chart on the page from the specification beside it, without eval.
"use strict";

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function draw(root) {
  for (const place of root.querySelectorAll("[data-chart]:not([data-drawn])")) {
    place.dataset.drawn = "";
    // Colours are names of the page's own properties, so that light and dark are one chart.
    const spec = JSON.parse(document.getElementById(place.dataset.chart).textContent,
      (_, value) => (typeof value === "string" && value.startsWith("--") ? style(value) : value));
    const quiet = style("--quiet");
    const config = {
      background: "transparent", font: "Inter",
      axis: { labelColor: quiet, titleColor: quiet, gridColor: style("--line"), domainColor: style("--line"), tickColor: style("--line") },
      legend: { labelColor: quiet, titleColor: quiet }, title: { color: style("--ink") }, view: { stroke: null },
    };
    vegaEmbed(place, spec, { ast: true, expr: vega.expressionInterpreter, actions: false, defaultStyle: false, renderer: "svg", tooltip: false, config });
  }
}
/* Light or dark was switched: draw anew. */
new MutationObserver(() => {
  for (const place of document.querySelectorAll("[data-drawn]")) delete place.dataset.drawn;
  draw(document);
}).observe(document.documentElement, { attributeFilter: ["data-theme"] });
document.addEventListener("DOMContentLoaded", () => draw(document));
document.addEventListener("htmx:load", (event) => draw(event.detail.elt));
