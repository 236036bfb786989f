// Charts: draws what the page already says in a table, in the colours of the page.
(() => {
  "use strict";
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const number = (value) => (value === null || value === undefined ? "–" : Number(value).toLocaleString("vi-VN"));
  const drawn = new Map();

  const seriesOf = (data, one) => ({
    name: one.name,
    type: data.kind === "line" ? "line" : "bar",
    data: one.values,
    stack: data.kind === "stacked" ? "all" : undefined,
    symbolSize: 6, showSymbol: one.values.length < 16, barMaxWidth: 26, connectNulls: false,
    lineStyle: { width: 2.4 }, itemStyle: { color: colour(one.tone) || colour("red") },
    markLine: data.marks.length && one === data.series[0] ? {
      symbol: "none", silent: true, lineStyle: { color: colour("gold"), type: "dashed" },
      label: { color: colour("gold-ink"), fontSize: 11, formatter: (mark) => mark.name },
      data: data.marks.map((mark) => ({ name: mark.label, xAxis: mark.category })),
    } : undefined,
  });
  const optionOf = (data) => {
    const names = { type: "category", data: data.categories, axisLine: { lineStyle: { color: colour("line") } }, axisTick: { show: false }, axisLabel: { color: colour("ink-2"), hideOverlap: true } };
    const values = { type: "value", splitLine: { lineStyle: { color: colour("line-2") } }, axisLabel: { color: colour("ink-2"), formatter: number } };
    const lying = data.kind === "lying";
    return {
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      textStyle: { fontFamily: '"Be Vietnam Pro", sans-serif', color: colour("ink") },
      grid: { left: 8, right: 16, top: data.series.length > 1 ? 34 : 16, bottom: 4, containLabel: true },
      legend: data.series.length > 1 ? { top: 0, left: 0, itemHeight: 9, textStyle: { color: colour("ink-2") } } : undefined,
      tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: colour("paper"), borderColor: colour("line"), textStyle: { color: colour("ink"), fontSize: 12 }, valueFormatter: (value) => `${number(value)} ${data.unit}`.trim() },
      xAxis: lying ? values : names,
      yAxis: lying ? { ...names, inverse: true } : values,
      series: data.series.map((one) => seriesOf(data, one)),
    };
  };
  const draw = (holder) => {
    const data = JSON.parse(document.getElementById(holder.dataset.chart).textContent);
    const place = holder.querySelector(".chart-draw");
    place.hidden = false;
    const table = holder.querySelector("details");
    if (!drawn.has(holder) && table) table.open = false;
    const chart = drawn.get(holder) ?? window.echarts.init(place);
    drawn.set(holder, chart);
    chart.setOption(optionOf(data), true);
  };
  const drawAll = () => document.querySelectorAll("[data-chart]").forEach(draw);
  drawAll();
  addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
  addEventListener("beforeprint", () => document.querySelectorAll("[data-chart] details").forEach((table) => { table.open = true; }));
  new MutationObserver(drawAll).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
  document.addEventListener("htmx:afterSwap", drawAll);
})();
