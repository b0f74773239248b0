import { dateCivile, enChiffres } from '../calendrier/dates';
import type { Dossier } from '../dossier/dossier';
import type { Surcharge } from '../dossier/parametres';
import type { Evenement } from '../faits/evenements';
import { evaluer } from './calculer';
import { type CodeDoute, type Doute, doutes } from './doutes';
import { avance, type DouteDuParcours, doutesDuParcours, finPrimeProche } from './doutes-du-parcours';
import { reglements } from './reglements';
import { ACCEPTATION, cdd, cdi, finContrat, maladie, OUVERTURE, sortie } from './regles/de-test/scenario';

const table = Object.entries(doutes) as [CodeDoute, Doute][];

describe('la table des doutes (§9)', () => {
  it('a une ligne pour chaque paramètre que nous avons décidé, ou non vérifié', () => {
    const douteux = Object.entries(reglements['csp-2015-v2025'].sources)
      .filter(([, { certitude }]) => certitude === 'D' || certitude === 'G')
      .map(([nom]) => nom);
    const couverts: readonly string[] = table.flatMap(([, { parametres }]) => parametres);
    expect(douteux.filter((nom) => !couverts.includes(nom))).toEqual([]);
  });
  it.each(table)('%s : deux lectures et celle qui est annoncée', (_code, doute) => {
    const [retenue, autre] = doute.lectures;
    expect(retenue).not.toBe(autre);
    expect(doute.annonce).not.toBe('');
    // A letter that says that a date is in doubt has someone ask.
    expect(doute.lettre === null).toBe(doute.tache === null);
  });
});

const retenus = (evenements: object[], dossier: object = {}, surcharge: Surcharge = {}) =>
  doutesDuParcours(
    evaluer({ ...OUVERTURE, ...dossier } as unknown as Dossier, evenements as Evenement[], { surcharge }),
  ).map(({ code, sur, autreTerme }) => `${code} ${sur}${autreTerme ? ` ${enChiffres(autreTerme)}` : ''}`);

const absence = (type: string, debut: string, fin: string) => ({ type, debut, fin });

describe('ce qui repose sur un doute dans un parcours', () => {
  it('rien, pour un parcours ordinaire', () => {
    expect(retenus([ACCEPTATION, maladie('2025-06-01', '2025-06-10')])).toEqual([]);
    expect(retenus([])).toEqual([]);
  });
  it('le début, quand le délai de réflexion finit un jour non ouvré', () => {
    const noel = { dateRemise: '2026-12-04' };
    const accord = { ...ACCEPTATION, date: '2026-12-10' };
    expect(retenus([], noel)).toEqual(['FIN_REFLEXION_NON_OUVREE DEBUT']);
    expect(retenus([accord], noel)).toEqual(['FIN_REFLEXION_NON_OUVREE DEBUT']);
    expect(retenus([accord], noel, { reportFinReflexion: 'AUCUN' })).toEqual([]);
  });
  it('le terme qu’un essai rompu repousse, avec l’autre date', () => {
    const essai = [ACCEPTATION, cdi('2025-11-03'), finContrat('2025-12-12')];
    expect(retenus(essai)).toEqual(['ESSAI_ROMPU TERME 24/03/2026']);
    expect(retenus(essai, {}, { essaiRompuProlonge: true })).toEqual([]);
    expect(retenus(essai, {}, { essaiRompuProlonge: false })).toEqual([]);
    expect(retenus([ACCEPTATION, cdi('2025-06-02'), finContrat('2025-07-31')])).toEqual([]);
  });
  it('sous l’autre lecture d’un essai rompu, ses jours ne sont pas pour autant rendus à l’arrêt qui les couvre', () => {
    const faits = [ACCEPTATION, cdi('2025-11-03'), finContrat('2025-12-12'), maladie('2025-12-10', '2025-12-15')];
    // Of six sick days, the three that follow the job are all that the term has left.
    expect(retenus(faits)).toContain('ESSAI_ROMPU TERME 27/03/2026');
  });
  it('le dernier jour de la prime se dit au plus proche ; un quantième absent ne le change pas', () => {
    const evaluation = evaluer(
      OUVERTURE as unknown as Dossier,
      [ACCEPTATION, cdi('2025-11-03'), finContrat('2025-12-12')] as Evenement[],
    );
    const { resultat, parametres } = evaluation;
    const doutes = doutesDuParcours(evaluation);
    expect(finPrimeProche(resultat, doutes, parametres)).toBe('2026-01-24');
    expect(finPrimeProche(resultat, [], parametres)).toBe('2026-03-05');
    expect([avance(doutes, resultat.terme), avance([], resultat.terme)]).toEqual([40, 0]);
    const quantieme = { ...doutes[0]!, code: 'QUANTIEME_ABSENT' as const };
    expect(finPrimeProche(resultat, [quantieme], parametres)).toBe('2026-03-05');
  });
  it('rien n’avance pour un terme écarté, ni pour une lecture qui donne plus de jours', () => {
    const doute = (sur: DouteDuParcours['sur'], autreTerme: string | null): DouteDuParcours => ({
      ...{ code: 'AJPP', sur },
      autreTerme: autreTerme === null ? null : dateCivile(autreTerme),
    });
    const terme = dateCivile('2026-03-24');
    const autres = [doute('TERME_ECARTE', '2026-03-14'), doute('TERME', '2026-04-03'), doute('DEBUT', null)];
    expect([avance(autres, terme), avance([...autres, doute('TERME', '2026-03-20')], terme)]).toEqual([0, 4]);
    expect([avance([doute('TERME', '2026-03-20')], null), avance([doute('TERME', '2026-03-20')], undefined)]).toEqual([
      0, 0,
    ]);
  });
  it('sans dixième mois connu, aucun dernier jour de prime', () => {
    const { parametres } = reglements['csp-2015-v2025'];
    expect(finPrimeProche({}, [{ code: 'AJPP', sur: 'TERME', autreTerme: null }], parametres)).toBeNull();
  });
  it('le terme que repousse un emploi à cheval sur le 7e mois', () => {
    const lignes = (debut: string) => retenus([ACCEPTATION, cdd(debut, '2025-10-10')]);
    expect(lignes('2025-09-24')).toEqual(['EMPLOI_A_CHEVAL TERME 24/03/2026']);
    expect(lignes('2025-09-25')).toEqual([]);
  });
  it('le terme qui compte un arrêt pendant un emploi', () => {
    const faits = [ACCEPTATION, cdd('2025-10-01', '2025-10-31'), maladie('2025-10-06', '2025-10-10')];
    expect(retenus(faits)).toEqual(['ARRET_PENDANT_ACTIVITE TERME 19/04/2026']);
    expect(retenus(faits, {}, { arretPendantActivite: 'COMPTE_COMME_ACTIVITE' })).toEqual([]);
  });
  it('le terme qui compte la présence parentale, ou un proche aidant au-delà de trois mois', () => {
    expect(retenus([ACCEPTATION, absence('AJPP', '2025-06-01', '2025-06-10')])).toEqual(['AJPP TERME 24/03/2026']);
    expect(retenus([ACCEPTATION, absence('PROCHE_AIDANT', '2025-06-01', '2025-06-30')])).toEqual([]);
    expect(retenus([ACCEPTATION, absence('PROCHE_AIDANT', '2025-06-01', '2025-09-30')])).toEqual([
      'PROCHE_AIDANT TERME 24/07/2026',
    ]);
    // Twelve months at most, under the other reading too.
    expect(retenus([ACCEPTATION, absence('PROCHE_AIDANT', '2025-06-01', '2027-12-31')])).toEqual([
      'PROCHE_AIDANT TERME 24/03/2027',
    ]);
  });
  it('le terme d’un congé plus long que la durée retenue à défaut, tant que la sienne n’est pas consignée', () => {
    const conge = (fin: string, plus: object = {}) =>
      retenus([ACCEPTATION, { ...absence('CONGE_MATERNITE', '2025-06-01', fin), ...plus }]);
    expect(conge('2025-09-20')).toEqual([]);
    expect(conge('2025-09-30')).toEqual(['DUREE_LEGALE TERME 24/07/2026']);
    expect(conge('2025-09-30', { dureeLegaleJours: 182 })).toEqual([]);
  });
  it('le terme que des jours au-delà d’un plafond, couverts par une autre absence, repousseraient', () => {
    const aidant = absence('PROCHE_AIDANT', '2025-06-01', '2025-09-30');
    // Of 122 days of help, 92 count; the last 30 are sick days too.
    expect(retenus([ACCEPTATION, aidant, maladie('2025-09-01', '2025-09-30')])).toContain(
      'DEBORDEMENT TERME 24/07/2026',
    );
    // Two leaves have one cap between them: of the second, August counts and September is left to the sick leave.
    const deux = [
      absence('PROCHE_AIDANT', '2025-06-01', '2025-07-31'),
      absence('PROCHE_AIDANT', '2025-08-01', '2025-09-30'),
    ];
    expect(retenus([ACCEPTATION, ...deux, maladie('2025-08-01', '2025-09-30')])).toContain(
      'DEBORDEMENT TERME 24/07/2026',
    );
    expect(
      retenus([ACCEPTATION, absence('PROCHE_AIDANT', '2025-06-01', '2025-08-31'), maladie('2025-08-01', '2025-08-31')]),
    ).toEqual([]);
  });
  it('aucun, pour des jours de suspension d’avant le 7e mois : ils ne repoussent ni ce mois ni le 10e', () => {
    const service = { type: 'SUSPENSION', debut: '2025-06-01', fin: '2025-06-30', motif: 'SERVICE_CIVIQUE' };
    const emploi = { ...cdd('2025-09-25', '2025-10-10'), contratId: 'apres' };
    for (const avant of [maladie('2025-06-01', '2025-06-10'), cdd('2025-06-02', '2025-06-30'), service])
      expect(retenus([ACCEPTATION, avant, emploi])).toEqual([]);
  });
  it('le terme écarté par un emploi durable, qu’un essai rompu ferait retrouver', () => {
    expect(retenus([ACCEPTATION, absence('AJPP', '2025-06-01', '2025-06-10'), cdi('2025-09-15')])).toEqual([
      'AJPP TERME_ECARTE 24/03/2026',
    ]);
    expect(retenus([ACCEPTATION, cdi('2025-09-15')])).toEqual([]);
  });
  it('le terme d’un début le 29 février', () => {
    const dossier = { dateRemise: '2024-02-07' };
    expect(retenus([{ ...ACCEPTATION, date: '2024-02-12' }], dossier)).toEqual(['QUANTIEME_ABSENT TERME 27/02/2025']);
  });
  it('tout, quand le règlement n’est plus connu pour valoir', () => {
    expect(retenus([], { dateRemise: '2027-02-02' })).toEqual(['REGLEMENT_ECHU TOUTES']);
  });
  it('plus le terme, une fois le CSP fini autrement', () => {
    const fini = [ACCEPTATION, absence('AJPP', '2025-06-01', '2025-06-10'), sortie('2025-11-02', 'ABANDON')];
    expect(retenus(fini)).toEqual([]);
  });
});
