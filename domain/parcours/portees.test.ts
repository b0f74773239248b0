import { ajouterJours, dateCivile } from '../calendrier/dates';
import type { Evenement } from '../faits/evenements';
import { appliquer, memoriserRemise } from './appliquer';
import { accord, parcours } from './de-test/parcours';
import type { EtatParcours, IssueRemise, MessageRecu } from './parcours';
import { type OptionsSituer, situer } from './situer';

const NUMERO = '2025-000001-32';
const SUSPENSION = `${NUMERO}/SUSPENSION/BENEFICIAIRE/2025-06-01_2025-06-10`;
const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' } as Evenement;

const recu = (id: string, acte: 'consigner' | 'annuler', contenu: object, jour: string): MessageRecu => ({
  ...{ id, acte, contenu: { auteur: 'ref', ...contenu }, recuLe: `${jour}T08:00:00.000Z` },
});

/** What is due on a day, or at an instant, then what became of it. */
function passe(
  etat: EtatParcours,
  quand: string,
  statut: IssueRemise['statut'] = 'PARTI',
  plus: Partial<IssueRemise> = {},
  options: Partial<OptionsSituer> = {},
) {
  const maintenant = quand.includes('T') ? quand : `${quand}T09:00:00.000Z`;
  const { reponse } = situer({ etat, enCours: [], maintenant }, { envoi: 'immediat', ...options });
  appliquer(etat, reponse, etat.recus.length);
  for (const courrier of reponse.dus) memoriserRemise(etat, { courrier, issue: { statut, le: maintenant, ...plus } });
  return reponse.dus
    .filter(({ code }) => ['SUSPENSION', 'REINTEGRATION', 'PROLONGATION'].includes(code))
    .map(
      ({ code, destinataire, changement }) => `${code} ${destinataire}${changement ? ` ${changement.termeApres}` : ''}`,
    );
}

/** A CSP on 1 June 2025, whose term was announced and whose former letters left. */
function enCsp(): EtatParcours {
  const etat = parcours([accord]);
  passe(etat, '2025-06-01');
  return etat;
}
const recevoir = (etat: EtatParcours, ...recus: MessageRecu[]) => Object.assign(etat, { recus });
const statutsDe = (etat: EtatParcours, code: string) =>
  Object.values(etat.courriers)
    .flatMap((c) => (c.code === code ? [`${c.destinataire} ${c.statut}`] : []))
    .sort();

describe('un arrêt qui suspend et prolonge', () => {
  it('est une seule lettre à la personne, qui porte la nouvelle date de fin ; le conseiller a sa tâche', () => {
    const etat = enCsp();
    recevoir(etat, recu('am', 'consigner', { evenement: arret }, '2025-06-02'));
    expect(passe(etat, '2025-06-02').sort()).toEqual([
      'PROLONGATION CONSEILLER 2026-04-03',
      'SUSPENSION BENEFICIAIRE 2026-04-03',
    ]);
    expect(passe(etat, '2025-06-03')).toEqual([]);
    const question = { etat, enCours: [], maintenant: '2025-06-03T10:00:00.000Z' };
    const { courriers } = situer(question, { envoi: 'immediat' }).situation;
    expect(courriers.filter((c) => c.ailleurs).map((c) => `${c.code} ${c.destinataire}`)).toEqual([
      'PROLONGATION BENEFICIAIRE',
    ]);
    expect(statutsDe(etat, 'PROLONGATION')).toEqual(['BENEFICIAIRE ANNULE', 'CONSEILLER PARTI']);
    expect(etat.changements).toEqual({});
  });

  it('la porte encore à chaque nouvel essai, sur chaque canal', () => {
    const etat = enCsp();
    recevoir(etat, recu('am', 'consigner', { evenement: arret }, '2025-06-02'));
    passe(etat, '2025-06-02', 'A_REPRENDRE');
    expect(passe(etat, '2025-06-03', 'A_REPRENDRE', { partiel: true })).toContain('SUSPENSION BENEFICIAIRE 2026-04-03');
    expect(passe(etat, '2025-06-04')).toContain('SUSPENSION BENEFICIAIRE 2026-04-03');
    expect(etat.courriers[SUSPENSION]).toMatchObject({ statut: 'PARTI', annonce: '2025-06-02-v2' });
    expect(statutsDe(etat, 'PROLONGATION')).toEqual(['BENEFICIAIRE ANNULE', 'CONSEILLER PARTI']);
  });

  it('annulé avant que sa lettre parte, rien ne part, ni ce jour-là ni après', () => {
    const etat = enCsp();
    const dansLHeure = (quand: string) => passe(etat, quand, 'PARTI', {}, { sursisMinutes: 60 });
    recevoir(etat, recu('am', 'consigner', { evenement: arret }, '2025-06-02'));
    expect(dansLHeure('2025-06-02T08:00:01.000Z')).toEqual([]);
    recevoir(etat, recu('non', 'annuler', { annule: 'am', motif: 'erreur' }, '2025-06-02'));
    expect([...dansLHeure('2025-06-02T08:10:00.000Z'), ...dansLHeure('2025-06-02T09:30:00.000Z')]).toEqual([]);
    expect([...dansLHeure('2025-06-03'), ...dansLHeure('2025-06-04')]).toEqual([]);
    expect(statutsDe(etat, 'PROLONGATION')).toEqual(['BENEFICIAIRE ANNULE']);
  });

  it('annulé pendant que sa lettre est à reprendre, rien ne part non plus', () => {
    const etat = enCsp();
    recevoir(etat, recu('am', 'consigner', { evenement: arret }, '2025-06-02'));
    passe(etat, '2025-06-02', 'A_REPRENDRE');
    recevoir(etat, recu('non', 'annuler', { annule: 'am', motif: 'erreur' }, '2025-06-02'));
    expect([...passe(etat, '2025-06-02'), ...passe(etat, '2025-06-03'), ...passe(etat, '2025-06-04')]).toEqual([]);
  });

  it('annulé puis consigné de nouveau, il est encore une seule lettre, qui porte la fin', () => {
    const etat = enCsp();
    recevoir(etat, recu('am', 'consigner', { evenement: arret }, '2025-06-02'));
    passe(etat, '2025-06-02', 'A_REPRENDRE');
    recevoir(etat, recu('non', 'annuler', { annule: 'am', motif: 'erreur' }, '2025-06-03'));
    passe(etat, '2025-06-03');
    recevoir(etat, recu('am2', 'consigner', { evenement: arret }, '2025-06-04'));
    expect(passe(etat, '2025-06-04').sort()).toEqual([
      'PROLONGATION CONSEILLER 2026-04-03',
      'SUSPENSION BENEFICIAIRE 2026-04-03',
    ]);
    expect(passe(etat, '2025-06-05')).toEqual([]);
  });

  it('suivi d’un autre le même jour, chaque lettre porte la fin d’alors, une fois', () => {
    const etat = enCsp();
    const autre = { ...arret, debut: dateCivile('2025-07-01'), fin: dateCivile('2025-07-12') } as Evenement;
    recevoir(etat, recu('am', 'consigner', { evenement: arret }, '2025-06-02'));
    expect(passe(etat, '2025-06-02')).toContain('SUSPENSION BENEFICIAIRE 2026-04-03');
    recevoir(etat, recu('am2', 'consigner', { evenement: autre }, '2025-06-02'));
    expect(passe(etat, '2025-06-02').sort()).toEqual([
      'PROLONGATION CONSEILLER 2026-04-15',
      'SUSPENSION BENEFICIAIRE 2026-04-15',
    ]);
    expect(passe(etat, '2025-06-03')).toEqual([]);
    expect(etat.changements).toEqual({});
  });

  it('connu un soir, il est dit le premier jour ouvré d’après, la fin avec lui', () => {
    const etat = enCsp();
    const auxHeures = (quand: string) => passe(etat, quand, 'PARTI', {}, { envoi: 'fenetre', sursisMinutes: 60 });
    const long = { ...arret, debut: dateCivile('2025-06-05'), fin: dateCivile('2025-06-20') } as Evenement;
    recevoir(etat, {
      ...recu('am', 'consigner', { evenement: long }, '2025-06-06'),
      recuLe: '2025-06-06T16:50:00.000Z',
    });
    expect(auxHeures('2025-06-06T16:50:01.000Z')).toEqual([]);
    const mardi = ['2025-06-10T07:50:00.000Z', '2025-06-10T15:50:00.000Z'].flatMap(auxHeures);
    expect(mardi.sort()).toEqual(['PROLONGATION CONSEILLER 2026-04-09', 'SUSPENSION BENEFICIAIRE 2026-04-09']);
  });

  it('annulé ensuite, la fin d’avant est annoncée par sa propre lettre', () => {
    const etat = enCsp();
    recevoir(etat, recu('am', 'consigner', { evenement: arret }, '2025-06-02'));
    passe(etat, '2025-06-02');
    recevoir(etat, recu('non', 'annuler', { annule: 'am', motif: 'erreur' }, '2025-06-03'));
    expect(passe(etat, '2025-06-03')).toContain('PROLONGATION BENEFICIAIRE 2026-03-24');
  });

  it('dont la lettre ne part pas à temps, la nouvelle fin part seule', () => {
    const etat = enCsp();
    recevoir(etat, recu('am', 'consigner', { evenement: arret }, '2025-06-02'));
    passe(etat, '2025-06-02', 'A_REPRENDRE');
    passe(etat, '2025-06-12', 'A_REPRENDRE');
    const apres = [...passe(etat, '2025-06-12'), ...passe(etat, '2025-06-13')];
    expect(apres).toContain('PROLONGATION BENEFICIAIRE 2026-04-03');
    expect(statutsDe(etat, 'SUSPENSION')).toEqual(['BENEFICIAIRE EN_TACHE']);
  });
});

describe('un essai rompu', () => {
  const emploi = { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-11-03' } as unknown as Evenement;
  const rupture = (date: string) =>
    ({ type: 'FIN_CONTRAT', contratId: 'c', date, motif: 'RUPTURE_ESSAI' }) as unknown as Evenement;
  const revenue = (embauche: Evenement, rompu: string) => {
    const etat = enCsp();
    recevoir(etat, recu('cdi', 'consigner', { evenement: embauche }, '2025-07-01'));
    passe(etat, '2025-07-01');
    recevoir(etat, recu('fin', 'consigner', { evenement: rupture(rompu) }, rompu));
    return { etat, dus: passe(etat, rompu).sort() };
  };

  it('dont les jours repoussent la fin est une seule lettre, qui dit le retour et la nouvelle date', () => {
    const { etat, dus } = revenue(emploi, '2025-12-12');
    expect(dus).toEqual(['PROLONGATION CONSEILLER 2026-05-03', 'REINTEGRATION BENEFICIAIRE 2026-05-03']);
    expect(passe(etat, '2025-12-15')).toEqual([]);
    expect(statutsDe(etat, 'PROLONGATION')).toEqual(['BENEFICIAIRE ANNULE', 'CONSEILLER PARTI']);
    expect(etat.changements).toEqual({});
  });

  it('dont les jours ne repoussent rien dit le retour seul', () => {
    const embauche = { ...emploi, debut: dateCivile('2025-07-07') } as Evenement;
    expect(revenue(embauche, '2025-07-31').dus).toEqual(['REINTEGRATION BENEFICIAIRE']);
  });
});

describe('un emploi arrêté avant sa date', () => {
  const emploi = { type: 'REPRISE_EMPLOI', contratId: 'd', nature: 'CDD' };
  const cdd = { ...emploi, debut: '2025-11-03', fin: '2026-01-31' } as unknown as Evenement;
  const fin = (date: string) =>
    ({ type: 'FIN_CONTRAT', contratId: 'd', date, motif: 'FIN_ANTICIPEE' }) as unknown as Evenement;
  const avant = `${NUMERO}/SUSPENSION/BENEFICIAIRE/2025-11-03_2026-01-31`;
  /** What leaves to the person until ten days after it is known. */
  const revenue = (date: string, connu: string, options?: Partial<OptionsSituer>) => {
    const etat = enCsp();
    recevoir(etat, recu('cdd', 'consigner', { evenement: cdd }, '2025-11-03'));
    passe(etat, '2025-11-03');
    recevoir(etat, recu('fin', 'consigner', { evenement: fin(date) }, connu));
    const avantCela = new Set(Object.keys(etat.courriers));
    for (let n = 0; n < 10; n += 1) passe(etat, ajouterJours(dateCivile(connu), n), 'PARTI', {}, options);
    const parties = Object.entries(etat.courriers).filter(
      ([cle, { statut }]) => !avantCela.has(cle) && statut === 'PARTI',
    );
    const aLaPersonne = parties.filter(([, { destinataire }]) => destinataire === 'BENEFICIAIRE');
    return {
      lettres: aLaPersonne.map(([, { code, annonce }]) => `${code}${annonce === undefined ? '' : ' et la fin'}`),
      remplacePar: etat.courriers[avant]?.remplacePar,
      changements: etat.changements,
    };
  };

  it.each([
    ['le lendemain', '2025-12-04', '2025-12-05', 'RETOUR/BENEFICIAIRE/2025-12-05'],
    ['un samedi', '2025-12-05', '2025-12-06', 'RETOUR/BENEFICIAIRE/2025-12-06'],
    ['quelques jours après', '2025-12-04', '2025-12-09', 'RETOUR/BENEFICIAIRE/2025-12-05'],
  ])(
    'connu %s : la lettre du retour dit la suspension qui ne compte plus, et la nouvelle fin',
    (_cas, ...[date, connu, cle]) => {
      expect(revenue(date!, connu!)).toEqual({
        lettres: ['RETOUR et la fin'],
        remplacePar: `${NUMERO}/${cle}`,
        changements: {},
      });
    },
  );
  it('connu trop tard pour dire le retour : la lettre de la nouvelle fin dit la suspension qui ne compte plus', () => {
    const { lettres, remplacePar } = revenue('2025-11-14', '2025-12-09');
    expect(lettres).toEqual(['PROLONGATION']);
    expect(remplacePar).toContain('/PROLONGATION/');
  });
});

it('une nouvelle fin que nulle suspension n’apporte ce jour-là garde sa lettre', () => {
  const etat = enCsp();
  const passee = { ...arret, debut: dateCivile('2025-05-01'), fin: dateCivile('2025-05-10') } as Evenement;
  recevoir(etat, recu('am', 'consigner', { evenement: passee }, '2025-06-02'));
  expect(passe(etat, '2025-06-02').sort()).toEqual([
    'PROLONGATION BENEFICIAIRE 2026-04-03',
    'PROLONGATION CONSEILLER 2026-04-03',
  ]);
});
