/* Hovering over lines; hovering over, zooming into and moving along prices. */
const UNITS = 10000;

function numbersOf(plot) {
  return JSON.parse(document.getElementById(plot.dataset.numbers).textContent);
}

function summed(differences) {
  let sum = 0;
  return differences.map((d) => (sum += d));
}

function lastAtOrBefore(times, time) {
  let low = 0, high = times.length;
  while (high > low) {
    const middle = (low + high) >> 1;
    if (times[middle] > time) { high = middle; } else { low = middle + 1; }
  }
  return Math.max(0, low - 1);
}

function clock(zone, fine) {
  const parts = { timeZone: zone, year: "numeric", month: "short", day: "numeric" };
  if (fine) { Object.assign(parts, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }); }
  const format = new Intl.DateTimeFormat("en-GB", parts);
  return (seconds) => format.format(new Date(seconds * 1000));
}

function fixed(value, places) {
  return value.toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places }).replace("-", "−");
}

function showTip(plot, share, lines) {
  const cursor = plot.querySelector(".cursor"), tip = plot.querySelector(".tip");
  cursor.hidden = tip.hidden = false;
  cursor.style.left = share * 100 + "%";
  tip.textContent = lines.join("\n");
  const room = plot.clientWidth, at = share * room;
  tip.style.left = (at + tip.offsetWidth + 16 > room ? Math.max(0, at - tip.offsetWidth - 10) : at + 10) + "px";
}

function hideTip(plot) {
  plot.querySelector(".cursor").hidden = plot.querySelector(".tip").hidden = true;
}

function shareOf(plot, event) {
  const box = plot.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
}

function installLines(plot) {
  const data = numbersOf(plot);
  const when = clock(data.zone, (data.to - data.from) / 86400 < 120);
  const lines = data.lines.map((line) => ({ name: line.name, t: summed(line.t), v: line.v }));
  const write = (v) => (data.unit === "percent" ? fixed(v * 100, 2) + " %" : fixed(v, 2));
  let share = 1;
  const show = () => {
    const time = data.from + share * (data.to - data.from);
    const text = lines.map((line) => line.name + "  " + write(line.v[lastAtOrBefore(line.t, time)]));
    showTip(plot, share, [when(time), ...text.reverse()]);
  };
  plot.addEventListener("pointermove", (event) => { share = shareOf(plot, event); show(); });
  plot.addEventListener("pointerleave", () => hideTip(plot));
  plot.tabIndex = 0;
  plot.addEventListener("blur", () => hideTip(plot));
  plot.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -0.01, ArrowRight: 0.01 }[event.key];
    if (step) {
      event.preventDefault();
      share = Math.min(1, Math.max(0, share + step));
      show();
    } else if (event.key === "Escape") { hideTip(plot); }
  });
}

/* Prices come as differences of whole last decimals; see PriceChart. */
function pricesOf(data) {
  const unit = 10 ** data.decimals, size = data.t.length;
  const bars = { t: summed(data.t), o: [], h: [], l: [], c: [] };
  let before = 0;
  for (let i = 0; size > i; i++) {
    const open = before + data.o[i], close = before + data.c[i];
    bars.o.push(open / unit);
    bars.c.push(close / unit);
    bars.h.push((Math.max(open, close) + data.h[i]) / unit);
    bars.l.push((Math.min(open, close) - data.l[i]) / unit);
    before = close;
  }
  return bars;
}

function roundStep(span, count) {
  const rough = span / count, power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].find((lead) => lead * power >= rough) * power;
}

class PriceView {
  constructor(plot) {
    this.plot = plot;
    this.data = numbersOf(plot);
    this.bars = pricesOf(this.data);
    this.size = this.bars.t.length;
    this.frame = plot.parentElement;
    this.svg = plot.querySelector("svg");
    this.drawing = plot.querySelector(".drawing");
    this.marks = plot.querySelector(".marks");
    this.grid = plot.querySelector(".grid");
    const daily = this.size > 1 && (this.bars.t[this.size - 1] - this.bars.t[0]) / this.size > 72000;
    this.when = clock(this.data.zone, !daily);
    this.day = clock(this.data.zone, false);
    this.show(0, this.size);
  }

  show(from, to) {
    const span = Math.min(this.size, Math.max(Math.min(20, this.size), to - from));
    this.from = Math.max(0, Math.min(this.size - span, from));
    this.to = this.from + span;
    if (!this.pending) {
      this.pending = true;
      requestAnimationFrame(() => { this.pending = false; this.draw(); });
    }
  }

  zoom(factor, share) {
    const at = this.from + share * (this.to - this.from), span = (this.to - this.from) * factor;
    this.show(at - share * span, at + (1 - share) * span);
  }

  x(bar) { return (bar + 0.5 - this.from) / (this.to - this.from); }
  y(price) { return (this.high - price) / (this.high - this.low); }
  px(bar) { return Math.round(this.x(bar) * UNITS); }
  py(price) { return Math.round(this.y(price) * UNITS); }

  draw() {
    const first = Math.max(0, Math.floor(this.from)), last = Math.min(this.size, Math.ceil(this.to));
    let low = Infinity, high = -Infinity;
    for (let i = first; last > i; i++) {
      low = Math.min(low, this.bars.l[i]);
      high = Math.max(high, this.bars.h[i]);
    }
    const candles = 160 >= last - first;
    const levels = candles ? this.data.levels.filter(([from, to]) => to >= first && last > from) : [];
    levels.forEach(([, , stop, target]) => {
      low = Math.min(low, stop, target);
      high = Math.max(high, stop, target);
    });
    const air = (high - low) * 0.06 || Math.abs(high) * 0.01 || 1;
    this.low = low - air;
    this.high = high + air;
    this.drawing.replaceChildren();
    if (candles) { this.drawCandles(first, last); } else { this.drawRange(first, last); }
    this.drawLevels(levels);
    this.drawMarks(first, last);
    this.drawAxes(first, last);
  }

  make(name, attributes, parent) {
    const made = document.createElementNS(this.svg.namespaceURI, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    parent.append(made);
  }

  drawRange(first, last) {
    const columns = Math.min(last - first, 800);
    let upper = "", lower = "", line = "";
    for (let column = 0; columns > column; column++) {
      const a = first + Math.floor(column * (last - first) / columns);
      const b = first + Math.floor((column + 1) * (last - first) / columns);
      let top = -Infinity, bottom = Infinity;
      for (let i = a; b > i; i++) {
        top = Math.max(top, this.bars.h[i]);
        bottom = Math.min(bottom, this.bars.l[i]);
      }
      const x = this.px((a + b - 1) / 2), join = column ? "L" : "M";
      upper += join + x + " " + this.py(top);
      lower = "L" + x + " " + this.py(bottom) + lower;
      line += join + x + " " + this.py(this.bars.c[b - 1]);
    }
    this.make("path", { class: "range", d: upper + lower + "Z" }, this.drawing);
    this.make("path", { class: "line close", d: line }, this.drawing);
  }

  drawCandles(first, last) {
    const half = Math.round(0.33 * UNITS / (this.to - this.from));
    let wicks = "", rising = "", falling = "";
    for (let i = first; last > i; i++) {
      const { o, h, l, c } = this.bars, x = this.px(i);
      const top = this.py(Math.max(o[i], c[i])), bottom = this.py(Math.min(o[i], c[i]));
      wicks += "M" + x + " " + this.py(h[i]) + "V" + top + "M" + x + " " + bottom + "V" + this.py(l[i]);
      const body = "M" + (x - half) + " " + top + "H" + (x + half) + "V" + bottom + "H" + (x - half) + "Z";
      if (c[i] >= o[i]) { rising += body; } else { falling += body; }
    }
    this.make("path", { class: "wick", d: wicks }, this.drawing);
    this.make("path", { class: "body-up", d: rising }, this.drawing);
    this.make("path", { class: "body-down", d: falling }, this.drawing);
  }

  drawLevels(levels) {
    let stops = "", targets = "";
    levels.forEach(([from, to, stop, target]) => {
      const across = "H" + this.px(to + 0.5), start = "M" + this.px(from - 0.5) + " ";
      stops += start + this.py(stop) + across;
      targets += start + this.py(target) + across;
    });
    if (levels.length) {
      this.make("path", { class: "level stop", d: stops }, this.drawing);
      this.make("path", { class: "level target", d: targets }, this.drawing);
    }
  }

  drawMarks(first, last) {
    const shapes = ["#buy", "#sell", "#buy-close", "#sell-close"], taken = new Set();
    this.marks.replaceChildren();
    this.data.marks.forEach(([bar, price, kind]) => {
      const slot = Math.floor(this.x(bar) * this.plot.clientWidth / 8) * 4 + kind;
      if (bar >= first && last > bar && !taken.has(slot)) {
        taken.add(slot);
        this.make("use", { href: shapes[kind], x: this.x(bar) * 100 + "%", y: this.y(price) * 100 + "%" }, this.marks);
      }
    });
  }

  drawAxes(first, last) {
    const down = this.frame.querySelector(".y"), across = this.frame.querySelector(".x");
    const step = roundStep(this.high - this.low, 5);
    const places = Math.min(this.data.decimals, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9) + (String(step).includes("25") ? 1 : 0)));
    down.replaceChildren();
    across.replaceChildren();
    this.grid.replaceChildren();
    for (let mark = Math.ceil(this.low / step) * step; this.high >= mark; mark += step) {
      const top = this.y(mark) * 100 + "%";
      const label = document.createElement("span");
      label.textContent = fixed(mark, places);
      label.style.top = top;
      down.append(label);
      this.make("line", { x1: 0, x2: "100%", y1: top, y2: top }, this.grid);
    }
    const fine = (this.bars.t[last - 1] - this.bars.t[first]) / 86400 < 6;
    const count = this.plot.clientWidth > 560 ? 6 : 3;
    for (let k = 0; count > k; k++) {
      const share = (k + 0.5) / count;
      const bar = Math.min(last - 1, Math.floor(this.from + share * (this.to - this.from)));
      const label = document.createElement("span");
      label.textContent = (fine ? this.when : this.day)(this.bars.t[bar]);
      label.style.left = share * 100 + "%";
      across.append(label);
      this.make("line", { x1: share * 100 + "%", x2: share * 100 + "%", y1: 0, y2: "100%" }, this.grid);
    }
  }

  tip(share) {
    const bar = Math.min(this.size - 1, Math.max(0, Math.floor(this.from + share * (this.to - this.from))));
    const { t, o, h, l, c } = this.bars, places = this.data.decimals;
    const names = ["Buy", "Sell", "Buy to close", "Sell to close"];
    const reach = Math.max(0.5, (this.to - this.from) / 300);
    const fills = this.data.marks.filter(([at]) => reach >= Math.abs(at - bar)).slice(0, 4)
      .map(([, price, kind]) => names[kind] + "  " + fixed(price, places));
    showTip(this.plot, Math.min(1, Math.max(0, this.x(bar))), [
      this.when(t[bar]),
      "Open " + fixed(o[bar], places) + "  High " + fixed(h[bar], places),
      "Low " + fixed(l[bar], places) + "  Close " + fixed(c[bar], places),
      ...fills,
    ]);
  }

  showTrade(from, to) {
    const a = lastAtOrBefore(this.bars.t, from), b = lastAtOrBefore(this.bars.t, to) + 1;
    const air = Math.max(20, (b - a) * 0.6);
    this.show(a - air, b + air);
  }
}

function installPrice(plot) {
  const view = new PriceView(plot), held = new Map();
  const tools = plot.closest(".chart").querySelector(".tools");
  const acts = { in: () => view.zoom(0.5, 0.5), out: () => view.zoom(2, 0.5), all: () => view.show(0, view.size) };
  tools.querySelectorAll("button").forEach((b) => b.addEventListener("click", acts[b.dataset.act]));
  plot.tabIndex = 0;
  plot.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      view.zoom(1.0015 ** event.deltaY, shareOf(plot, event));
    }
  }, { passive: false });
  plot.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, event.clientX);
    plot.setPointerCapture(event.pointerId);
    plot.classList.add("dragged");
  });
  plot.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (before === undefined) { view.tip(shareOf(plot, event)); return; }
    const apart = () => { const xs = [...held.values()]; return Math.max(20, Math.abs(xs[0] - xs[1])); };
    const old = held.size === 2 ? apart() : 0;
    held.set(event.pointerId, event.clientX);
    hideTip(plot);
    if (old) { view.zoom(old / apart(), shareOf(plot, event)); return; }
    const bars = (before - event.clientX) / plot.clientWidth * (view.to - view.from);
    view.show(view.from + bars, view.to + bars);
  });
  const release = (event) => { held.delete(event.pointerId); plot.classList.remove("dragged"); };
  plot.addEventListener("pointerup", release);
  plot.addEventListener("pointercancel", release);
  plot.addEventListener("pointerleave", () => hideTip(plot));
  plot.addEventListener("dblclick", (event) => view.zoom(0.4, shareOf(plot, event)));
  plot.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: -0.15, ArrowRight: 0.15 }[event.key], span = view.to - view.from;
    if (move) { view.show(view.from + move * span, view.to + move * span); }
    else if (event.key === "+") { acts.in(); } else if (event.key === "-") { acts.out(); }
    else if (event.key === "0") { acts.all(); } else { return; }
    event.preventDefault();
  });
  addEventListener("resize", () => view.show(view.from, view.to));
  return view;
}

document.querySelectorAll('.plot[data-chart~="lines"]').forEach(installLines);
const priceViews = new Map();
document.querySelectorAll('.plot[data-chart="price"]').forEach((plot) => {
  priceViews.set(plot.closest(".chart").id, installPrice(plot));
});
document.querySelectorAll("a[data-from]").forEach((link) => {
  link.addEventListener("click", () => {
    const view = priceViews.get(link.hash.slice(1));
    if (view) { view.showTrade(Number(link.dataset.from), Number(link.dataset.to)); }
  });
});
