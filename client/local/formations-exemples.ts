import { ajouterJours } from '../../domain/calendrier/dates';
import { jourChez } from '../../domain/calendrier/fuseaux';
import { lireDossier, listerDossiers, type Registre } from '../../registre';
import { faireUneDemarche } from '../usages/faire-une-demarche';
import { preparerFormation, type SaisieFormation } from '../usages/preparer-formation';

interface Exemple extends Omit<SaisieFormation, 'entreePrevue'> {
  /** Days until it begins; null while no day is known. */
  dansJours: number | null;
  /** Code of the step that is done already. */
  faite: string | null;
}

/** One whose steps are under way, and one whose way of being paid for is still to be chosen. */
const EXEMPLES: readonly Exemple[] = [
  {
    ...{
      intitule: 'Titre professionnel conducteur de transport en commun',
      organisme: 'Centre de formation des Dunes',
    },
    ...{ financement: 'CPF', dansJours: 45, faite: 'ORGANISMES' },
  },
  {
    ...{ intitule: 'Remise à niveau en bureautique', organisme: '' },
    ...{ financement: '', dansJours: null, faite: null },
  },
];

/** Prepares trainings for some invented people who are in their CSP. @returns how many */
export async function preparerExemples(registre: Registre, maintenant: Date): Promise<number> {
  const enCsp = await listerDossiers(registre, { etat: 'EN_CSP', limite: EXEMPLES.length });
  for (const [rang, { numero, referent, residence }] of enCsp.entries()) {
    const { dansJours, faite, ...saisie } = EXEMPLES[rang]!;
    const aujourdhui = jourChez(residence, maintenant);
    const qui = { auteur: referent, aujourdhui, maintenant };
    const inscrit = (await lireDossier(registre, numero))!;
    const id = `exemple-${numero}`;
    const entreePrevue = dansJours === null ? '' : ajouterJours(aujourdhui, dansJours);
    await preparerFormation(registre, inscrit, { ...saisie, entreePrevue, id }, qui);
    if (faite !== null)
      await faireUneDemarche(registre, inscrit, { formation: id, demarche: faite, le: aujourdhui }, qui);
  }
  return enCsp.length;
}
