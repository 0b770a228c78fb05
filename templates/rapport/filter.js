// Filters the list of findings. Without this script the whole list shows, and no controls.
(() => {
  const controls = document.getElementById('filters');
  const status = document.getElementById('filter-stand');
  const selects = [...controls.querySelectorAll('select')];
  const findings = [...document.querySelectorAll('#bevindingen ol.bevindingen > li')];
  const groups = [...document.querySelectorAll('#bevindingen .groep')];
  const noun = (n) => (n === 1 ? ' bevinding' : ' bevindingen');

  const fits = (finding) => selects.every(({ name, value }) =>
    value === '' || (finding.getAttribute('data-' + name) || '').split(' ').includes(value));

  const show = (test) => {
    for (const finding of findings) finding.hidden = !test(finding);
    for (const group of groups) {
      const own = [...group.querySelectorAll('li')];
      const left = own.filter((finding) => !finding.hidden).length;
      group.hidden = left === 0;
      group.querySelector('.aantal').textContent =
        (left === own.length ? '' : left + ' van ') + own.length + noun(own.length);
    }
  };
  const apply = () => {
    show(fits);
    const left = findings.filter((finding) => !finding.hidden).length;
    status.textContent = left + ' van ' + findings.length + noun(findings.length);
  };
  const reset = () => {
    for (const select of selects) select.value = '';
    apply();
  };
  // What a link points at must be there: a link to a finding that is filtered out ends the filter.
  const reveal = (hash) => {
    const target = document.getElementById(hash.slice(1));
    const gone = target !== null && target.closest('#bevindingen [hidden]') !== null;
    if (gone) reset();
    return gone && target;
  };

  for (const select of selects) select.addEventListener('change', apply);
  document.getElementById('filter-wis').addEventListener('click', () => {
    reset();
    selects[0].focus();
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) reveal(link.hash);
  });
  addEventListener('hashchange', () => {
    const target = reveal(location.hash);
    if (target) target.scrollIntoView();
  });
  // Paper shows everything: a part without its filter would pass for the whole.
  addEventListener('beforeprint', () => show(() => true));
  addEventListener('afterprint', apply);
  controls.hidden = false;
})();
