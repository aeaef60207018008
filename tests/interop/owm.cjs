// What OnlineWardleyMaps' own engine reads in each file of a folder, as JSON: node owm.cjs FOLDER OUT
const fs = require("node:fs");
const path = require("node:path");
const Module = require("node:module");

// The engine comes with its user interface, which needs much that is never used here.
const unused = new Proxy({}, { get: (_, key) => (key === "__esModule" ? false : function unused() {}) });
const load = Module._load;
Module._load = function (request, ...rest) {
  return /^(@mui|@emotion|next|react-i18next|react-svg-pan-zoom)/.test(request) ? unused : load.call(this, request, ...rest);
};
console.warn = () => {};
console.error = () => {};
const { FeatureSwitches, UnifiedConverter } = require("wmlandscape");

const place = (one) => [one.visibility, one.maturity];

function reading(text) {
  const map = new UnifiedConverter(FeatureSwitches.featureSwitches).parse(text);
  const nodes = [...map.components, ...map.anchors, ...map.submaps, ...map.markets, ...map.ecosystems];
  const members = map.pipelines.flatMap((pipeline) =>
    pipeline.components.map((one) => ({ name: one.name, evolution: one.maturity, pipeline: pipeline.name })),
  );
  return {
    title: map.title,
    nodes: nodes.map((one) => ({ name: one.name, at: place(one), isAnchor: one.type === "anchor" })),
    members,
    links: map.links.map((one) => [one.start, one.end]),
    evolved: map.evolved.map((one) => ({ name: one.name, evolution: one.maturity, to: one.override })),
    notes: map.notes.map((one) => ({ text: one.text, at: place(one) })),
    annotations: map.annotations.map((one) => ({ number: one.number, at: one.occurances.map(place) })),
    accelerators: map.accelerators.map((one) => ({ name: one.name, at: place(one) })),
    attitudes: map.attitudes.length,
    errors: map.errors,
  };
}

const [folder, out] = process.argv.slice(2);
const found = {};
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".owm"))) {
  try {
    found[file] = reading(fs.readFileSync(path.join(folder, file), "utf8"));
  } catch (error) {
    found[file] = { failure: String(error) };
  }
}
fs.writeFileSync(out, JSON.stringify(found));
