import { creerJournal } from '../commun/journaux';
import { refusDeReglage } from '../test/outils/refus-de-reglage';
import { installerRuntime } from './moteur';

it('des mesures à une adresse qui n’est pas à cette machine sont un réglage refusé', () => {
  const journal = creerJournal({ journal: 'silent' }, 'worker');
  // An address of the documentations (RFC 5737), which no machine has.
  expect(refusDeReglage(() => installerRuntime({ metriques: '192.0.2.1:9464' }, journal))).toMatch(
    /^JALON_METRIQUES vaut « 192\.0\.2\.1:9464 », où rien ne peut être ouvert \(.+\) : donnez une autre adresse\.$/,
  );
});
