// One look at a loaded page: wait until it rests, unfold it, wait again if that moved it, wait for its pictures, and tell
// what it holds. The words in capitals are the other files of this folder, put in by tab.py.
async ({ hard, most }) => {
  const settled = await SETTLE({ quiet: 250, soft: hard / 3, hard });
  const unfolded = await UNFOLD({ steps: 12 });
  if (unfolded.moved) await SETTLE({ quiet: 150, soft: 700, hard: 2500 });
  await PICTURES({ most: hard / 2 });
  return { settled: unfolded.endless ? "endless_scroll" : settled, facts: FACTS({ most }) };
}
