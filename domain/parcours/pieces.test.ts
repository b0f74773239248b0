import { dateCivile } from '../calendrier/dates';
import { cdd, cdi, finContrat, maladie } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import type { EntreeJournal } from '../faits/journal';
import { accord, entree, parcours } from './de-test/parcours';
import { piecesAttendues, prochainBulletinLe } from './pieces';
import { situer } from './situer';
import { tachesDesPieces } from './taches-pieces';

const fait = (id: string, evenement: object, reste: object = {}): EntreeJournal =>
  entree(id, { evenement: evenement as Evenement, ...reste });

const attendues = (journal: EntreeJournal[], jour: string, dateReprise: string | null = null) => {
  const etat = parcours(journal);
  const demande = { etat, enCours: [], maintenant: `${jour}T09:00:00.000Z` };
  const { situation } = situer(demande, { envoi: 'immediat' });
  return piecesAttendues(
    { journal, situation, dateReprise: dateReprise === null ? null : dateCivile(dateReprise) },
    dateCivile(jour),
  );
};
const apresLeDebut = (journal: EntreeJournal[], jour: string) =>
  attendues([accord, ...journal], jour)
    .slice(4)
    .map(({ cle, pourLe }) => `${cle} pour le ${pourLe}`);

it('rien n’est attendu tant que rien n’est accepté', () => {
  expect(attendues([], '2025-03-05')).toEqual([]);
});

it('l’acceptation demande quatre pièces pour le début du CSP, sauf à qui reprend un parcours déjà accepté', () => {
  expect(attendues([accord], '2025-03-12').map(({ libelle, pourLe }) => `${libelle}, ${pourLe}`)).toEqual([
    'Bulletin d’acceptation signé, 2025-03-25',
    'Copie d’une pièce d’identité, 2025-03-25',
    'Attestation de l’employeur, 2025-03-25',
    'Demande d’ASP, 2025-03-25',
  ]);
  expect(attendues([accord], '2025-04-12', '2025-04-01')).toEqual([]);
  expect(attendues([accord], '2025-04-12', '2025-03-11')).toEqual([]);
  expect(attendues([accord], '2025-04-12', '2025-03-10')).toHaveLength(4);
});

it('ce qui a commencé avant la reprise a été demandé par d’autres', () => {
  const cles = (reprise: string) =>
    attendues([accord, fait('m', maladie('2025-05-05', '2025-05-09'))], '2025-05-20', reprise).map(({ cle }) => cle);
  expect([cles('2025-05-05'), cles('2025-05-06')]).toEqual([['ARRET_TRAVAIL/m'], []]);
});

it('un arrêt maladie demande son arrêt de travail, une entreprise son Kbis, huit jours après', () => {
  expect(apresLeDebut([fait('m', maladie('2025-05-05', '2025-05-09'))], '2025-05-06')).toEqual([
    'ARRET_TRAVAIL/m pour le 2025-05-13',
  ]);
  const creation = { type: 'CREATION_ENTREPRISE', debut: '2025-06-02' };
  expect(apresLeDebut([fait('e', creation)], '2025-06-03')).toEqual(['KBIS/e pour le 2025-06-10']);
});

it('un fait consigné tard laisse le même délai à qui l’apprend', () => {
  const tard = { enregistreLe: '2025-06-20T09:00:00.000Z' };
  expect(apresLeDebut([fait('m', maladie('2025-05-05', '2025-05-09'), tard)], '2025-06-21')).toEqual([
    'ARRET_TRAVAIL/m pour le 2025-06-28',
  ]);
});

it('un CDD demande son contrat, puis un bulletin de paie par mois fini, jusqu’à sa fin', () => {
  const contrat = fait('c', cdd('2025-05-19', '2025-08-08'));
  expect(apresLeDebut([contrat], '2025-05-20')).toEqual(['CONTRAT_TRAVAIL/c pour le 2025-05-27']);
  expect(apresLeDebut([contrat], '2025-07-01').slice(1)).toEqual([
    'BULLETIN_PAIE/c/2025-05 pour le 2025-06-15',
    'BULLETIN_PAIE/c/2025-06 pour le 2025-07-15',
  ]);
  const rompu = fait('f', finContrat('2025-06-06', 'FIN_ANTICIPEE'));
  expect(apresLeDebut([contrat, rompu], '2025-12-01').slice(1)).toHaveLength(2);
});

it('un mois donne son bulletin une fois fini, n’eût-il qu’un jour du contrat', () => {
  const nombre = (fin: string, jour: string) => apresLeDebut([fait('c', cdd('2025-05-19', fin))], jour).length - 1;
  expect([nombre('2025-08-08', '2025-05-31'), nombre('2025-08-08', '2025-06-01')]).toEqual([0, 1]);
  expect([nombre('2025-05-31', '2025-12-01'), nombre('2025-06-01', '2025-12-01')]).toEqual([1, 2]);
});

it('un contrat commencé le dernier jour du CSP a son bulletin, un contrat commencé après n’en a pas', () => {
  const contrat = fait('c', cdd('2025-05-19', '2025-07-31'));
  const parti = (date: string) => fait('s', { type: 'SORTIE', date, motif: 'ABANDON' });
  const bulletins = (date: string) =>
    apresLeDebut([contrat, parti(date)], '2025-12-01').filter((p) => p.startsWith('BULLETIN_PAIE'));
  expect(bulletins('2025-05-19')).toEqual(['BULLETIN_PAIE/c/2025-05 pour le 2025-06-15']);
  expect(bulletins('2025-06-30')).toHaveLength(2);
});

it('la fin d’un contrat n’écourte que lui', () => {
  const faits = [
    fait('c', cdd('2025-05-19', '2025-07-31')),
    fait('d', cdd('2025-05-20', '2025-07-31', { contratId: 'd' })),
    fait('f', finContrat('2025-06-06', 'FIN_ANTICIPEE', 'd')),
  ];
  const bulletins = (base: string) =>
    apresLeDebut(faits, '2025-12-01').filter((p) => p.includes(`PAIE/${base}/`)).length;
  expect([bulletins('c'), bulletins('d')]).toEqual([3, 2]);
});

it('un CDI met fin au CSP : son contrat suffit', () => {
  expect(apresLeDebut([fait('c', cdi('2025-05-19'))], '2025-09-01')).toEqual(['CONTRAT_TRAVAIL/c pour le 2025-05-27']);
});

it('corrigé, un fait attend la même pièce ; annulé ou écarté, plus aucune', () => {
  const premier = fait('m', maladie('2025-05-05', '2025-05-09'));
  const corrige = fait('n', maladie('2025-05-05', '2025-05-12'), { remplace: 'm' });
  expect(apresLeDebut([premier, corrige], '2025-05-20')).toEqual(['ARRET_TRAVAIL/m pour le 2025-05-13']);
  const encore = fait('o', maladie('2025-05-05', '2025-05-13'), { remplace: 'n' });
  expect(apresLeDebut([premier, corrige, encore], '2025-05-20')).toEqual(['ARRET_TRAVAIL/m pour le 2025-05-13']);
  expect(apresLeDebut([premier, entree('z', { annule: 'm' })], '2025-05-20')).toEqual([]);
  expect(apresLeDebut([fait('m', maladie('2024-05-05', '2024-05-09'))], '2025-05-20')).toEqual([]);
});

describe('les tâches', () => {
  const pieces = attendues([accord, fait('m', maladie('2025-05-05', '2025-05-09'))], '2025-05-06');
  const taches = (jour: string, recues: string[] = []) =>
    tachesDesPieces('n', pieces, new Set(recues), dateCivile(jour));

  it('demandent ce qui manque, sans dire la cause d’une absence ; celles du début ont la leur', () => {
    expect(taches('2025-05-06')).toEqual({
      aDeposer: [
        {
          cle: 'n/PIECE_ATTENDUE/ARRET_TRAVAIL/m',
          type: 'PIECE_ATTENDUE',
          libelle: 'Demander le justificatif de l’absence du 05/05/2025 au 09/05/2025.',
          echeance: '2025-05-13',
        },
      ],
      vivantes: ['n/PIECE_ATTENDUE/ARRET_TRAVAIL/m'],
    });
  });
  it('cessent une fois la pièce reçue', () => {
    expect(taches('2025-05-06', ['ARRET_TRAVAIL/m'])).toEqual({ aDeposer: [], vivantes: [] });
  });
  it('ne naissent pas d’une pièce demandée depuis plus d’un mois, mais y survivent', () => {
    expect(taches('2025-06-12').aDeposer).toHaveLength(1);
    expect(taches('2025-06-13')).toMatchObject({ aDeposer: [], vivantes: [expect.any(String)] });
  });
});

it('chaque pièce se nomme sur la page du dossier, et se demande en une phrase', () => {
  const journal = [
    fait('m', maladie('2025-05-05', '2025-05-09')),
    fait('c', cdd('2025-05-19', '2025-06-08')),
    fait('e', { type: 'CREATION_ENTREPRISE', debut: '2025-07-02' }),
  ];
  const dites = attendues([accord, ...journal], '2025-07-03').map(
    ({ sorte, libelle, aDemander }) => `${sorte} | ${libelle} | ${aDemander}`,
  );
  expect(dites.slice(3)).toEqual([
    'DEMANDE_ASP | Demande d’ASP | Demander : demande d’ASP.',
    'ARRET_TRAVAIL | Arrêt de travail du 05/05/2025 au 09/05/2025 | Demander le justificatif de l’absence du 05/05/2025 au 09/05/2025.',
    'CONTRAT_TRAVAIL | Contrat de travail : CDD à partir du 19/05/2025 | Demander une copie du contrat de travail commencé le 19/05/2025.',
    'BULLETIN_PAIE | Bulletin de paie de mai 2025 | S’assurer que le bulletin de paie de mai 2025 est transmis à France Travail.',
    'BULLETIN_PAIE | Bulletin de paie de juin 2025 | S’assurer que le bulletin de paie de juin 2025 est transmis à France Travail.',
    'KBIS | Extrait Kbis : entreprise immatriculée le 02/07/2025 | Demander l’extrait Kbis de l’entreprise immatriculée le 02/07/2025.',
  ]);
});

it('un mois d’emploi qui s’achève est attendu avant que personne ne dise rien', () => {
  const prochain = (journal: EntreeJournal[], jour: string) => {
    const demande = { etat: parcours(journal), enCours: [], maintenant: `${jour}T09:00:00.000Z` };
    const { situation, reponse } = situer(demande, { envoi: 'immediat' });
    const le = prochainBulletinLe({ journal, situation, dateReprise: null }, dateCivile(jour));
    return [le, reponse.prochain?.libelle === 'Pièce à demander'];
  };
  const emploi = [accord, fait('c', cdd('2025-10-06', '2025-11-14'))];
  expect(prochain(emploi, '2025-10-20')).toEqual(['2025-11-01', true]);
  expect(prochain(emploi, '2025-11-17')).toEqual(['2025-12-01', true]);
  expect(prochain(emploi, '2025-12-01')).toEqual([null, false]);
  expect(prochain([accord], '2025-10-20')).toEqual([null, false]);
  expect(prochain([], '2025-03-05')).toEqual([null, false]);
});
