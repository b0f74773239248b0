import { ajouterMois } from '../../calendrier/dates';
import type { Prime, Resultat } from '../../dossier/resultat';
import type { Contrat } from '../regles/contrats';
import { finPrime as dernierJourPrime } from '../regles/emploi';
import { parDatePuisArrivee } from '../regles/recus';
import { type ContexteExplication, nommerContrat } from './contexte';
import { JALONS, sixMois } from './doutes';
import type { Entree } from './explication';
import { type Famille, parChamps, type Raison, type RaisonsDesChamps, siDonne } from './expliqueur';
import { enumerer, jours, le, periode, rang } from './mots';
import { CARNET } from './sources';

type Cles = 'primes' | 'idr' | 'suiviEmploi';

const IDR_MOIS = 12;

/** The job of an entry. */
interface Emploi {
  /** As people name it. */
  nom: string;
  /** " du 15/09/2025", after "l’embauche"; empty when the events are not given. */
  du: string;
  contrat: Contrat | null;
  autres: Entree[];
  /** Whether six months make it a durable job. */
  doute: string | null;
}

function emploi(contratId: string, c: ContexteExplication): Emploi {
  const contrat = c.contrats.find(({ id }) => id === contratId);
  if (contrat === undefined) return { nom: `contrat ${contratId}`, du: '', contrat: null, autres: [], doute: null };
  return {
    nom: nommerContrat(contrat),
    du: ` du ${le(contrat.debut)}`,
    contrat,
    autres: [c.fait(contrat.index)],
    doute: contrat.durable ? sixMois(contrat.debut, contrat.finPrevue, c) : null,
  };
}

const finPrime = ({ finDixiemeMois = null, totalProlongationJours }: Resultat, p: ContexteExplication['parametres']) =>
  dernierJourPrime({ finDixiemeMois }, totalProlongationJours!, p);

const motifsDeRefus = {
  APRES_DIXIEME_MOIS: ({ du }: Emploi, { resultat, parametres }: ContexteExplication) =>
    `embauche${du} après la fin du ${rang(parametres.primeMois!)} mois (${le(resultat.finDixiemeMois!)})${parametres.primeProlongee && resultat.totalProlongationJours! > 0 ? `, repoussée au ${le(finPrime(resultat, parametres)!)} par les prolongations` : ''}`,
  ANCIENNETE_INSUFFISANTE: (_: Emploi, { dossier, parametres }: ContexteExplication) =>
    `ancienneté de ${dossier.ancienneteMois} mois pour ${parametres.primeAncienneteMois} exigés`,
  PSP_NON_VALIDE: (_: Emploi, { evaluation, mots }: ContexteExplication) => {
    const { psp } = evaluation.entretiens;
    return `${mots.plan.sigle} ${psp ? `validé le ${le(psp)}, après l’embauche` : 'non validé à l’embauche'}`;
  },
  DEJA_ATTRIBUEE: () => 'une prime déjà attribuée pour un emploi antérieur',
};

const primeRefusee = ({ contratId, refus }: Prime, c: ContexteExplication): string => {
  const raisons = refus.map((code) => motifsDeRefus[code as keyof typeof motifsDeRefus](emploi(contratId, c), c));
  return `Prime refusée : ${enumerer(raisons)}.`;
};

const PARAMETRES_REFUS = ['primeMois', 'primeProlongee', 'primeAncienneteMois', 'primeExigePsp'] as const;

const champsPrime: RaisonsDesChamps<Prime> = {
  contratId: () => null,
  refus: (prime, c) => {
    const { nom, autres, doute } = emploi(prime.contratId, c);
    return {
      libelle: `Motifs de refus de la prime (${nom})`,
      regle: 'R17',
      phrase:
        prime.refus.length === 0
          ? 'Embauche dans le délai, ancienneté suffisante et plan d’action validé quand il est exigé : aucun motif de refus.'
          : primeRefusee(prime, c),
      dossier: ['ancienneteMois'],
      cles: ['finDixiemeMois', 'totalProlongationJours'],
      parametres: PARAMETRES_REFUS,
      autres,
      doute,
    };
  },
  limiteDemande: ({ contratId }, c) => {
    const { nom, du, autres } = emploi(contratId, c);
    return {
      libelle: `Dernier jour pour demander la prime (${nom})`,
      regle: 'R17',
      phrase: `${jours(c.parametres.primeDemandeJours)} après l’embauche${du}.`,
      parametres: ['primeDemandeJours'],
      autres,
    };
  },
  statut: (prime, c) => {
    const { nom, autres, doute } = emploi(prime.contratId, c);
    const limite = le(prime.limiteDemande);
    // The earliest decides.
    const demandes = c
      .admis('PRIME')
      .filter(({ contratId }) => contratId === prime.contratId)
      .sort(parDatePuisArrivee(({ date }) => date))
      .slice(0, 1);
    const phrases: Record<Prime['statut'], string> = {
      NON_DEMANDEE: `Aucun motif de refus, mais la prime n’est pas demandée ; dernier jour le ${limite}.`,
      RECEVABLE: `Aucun motif de refus et une demande faite au plus tard le ${limite}.`,
      FORCLOSE: `Aucun motif de refus, mais la demande est postérieure au ${limite}.`,
      REFUSEE: primeRefusee(prime, c),
    };
    return {
      libelle: `Statut de la prime (${nom})`,
      regle: 'R17',
      phrase: phrases[prime.statut],
      autres: [...autres, ...demandes.map(({ index }) => c.fait(index))],
      parametres: ['primeDemandeJours', ...PARAMETRES_REFUS],
      doute,
    };
  },
  premierVersement: ({ contratId, premierVersement }, c) => {
    if (premierVersement === null) return null;
    const { nom, du, autres } = emploi(contratId, c);
    return {
      libelle: `Premier versement de la prime (${nom})`,
      regle: 'R17',
      phrase: `Au plus tôt le lendemain de l’embauche${du}, pour la première moitié.`,
      fondements: [c.convention('art. 14')],
      autres,
    };
  },
  secondVersement: ({ contratId, premierVersement, secondVersement }, c) => {
    const { nom, du, contrat, autres } = emploi(contratId, c);
    const mois = c.parametres.primeSecondVersementMois;
    const base = {
      libelle: `Second versement de la prime (${nom})`,
      regle: 'R17',
      parametres: ['primeSecondVersementMois'],
      fondements: [c.convention('art. 14')],
      autres,
    } satisfies Partial<Raison>;
    if (secondVersement !== null) {
      return { ...base, phrase: `${mois} mois après l’embauche${du}, l’emploi durant encore, pour la seconde moitié.` };
    }
    if (premierVersement === null || contrat === null) return null;
    return {
      ...base,
      phrase: `Pas de second versement : l’emploi finit le ${le(contrat.finReelle)}, avant les ${mois} mois de l’embauche, le ${le(ajouterMois(contrat.debut, mois))}.`,
    };
  },
};

function indemnite(entree: NonNullable<Resultat['idr']>[number], c: ContexteExplication): Raison {
  const { contratId, eligible, finMax } = entree;
  const { nom, du, autres, doute } = emploi(contratId, c);
  const { termeInitial, primes } = c.resultat;
  const primee = primes!.some((prime) => prime.contratId === contratId && prime.statut === 'RECEVABLE');
  const limite = `le terme initial, le ${le(termeInitial!)}`;
  const refus = primee
    ? 'la prime de reclassement est acquise pour le même emploi'
    : `l’embauche est postérieure au terme initial, le ${le(termeInitial!)}`;
  return {
    sous: contratId,
    libelle: `Indemnité différentielle (${nom})`,
    valeur: entree,
    regle: 'R18',
    phrase: eligible
      ? `Embauche${du} avant ${limite}, moins bien rémunérée : indemnité possible ${IDR_MOIS} mois au plus, jusqu’au ${le(finMax!)}.`
      : `Embauche${du} moins bien rémunérée, mais ${refus}.`,
    cles: ['termeInitial', 'primes'],
    parametres: ['idr'],
    autres,
    doute,
  };
}

type Suivi = NonNullable<Resultat['suiviEmploi']>;

const champsSuivi: RaisonsDesChamps<Suivi> = {
  debut: ({ debut }, c) => ({
    libelle: 'Début du suivi dans l’emploi',
    regle: 'R19',
    phrase: `Le premier jour de l’emploi ou de l’entreprise, le ${le(debut)}, lendemain du dernier jour ${c.mots.du}.`,
    cles: ['dateFinCsp', 'motifFin'],
    fondements: [CARNET],
  }),
  fin: ({ debut, fin }, c) => ({
    libelle: 'Fin du suivi dans l’emploi',
    regle: 'R19',
    phrase: `${c.parametres.suiviEmploiMois} mois de suivi, ${periode({ debut, fin })}.`,
    cles: ['suiviEmploi'],
    parametres: ['suiviEmploiMois'],
  }),
  // One by one below.
  jalons: () => null,
};

const contacts = ({ debut, jalons }: Suivi, c: ContexteExplication): Raison[] =>
  jalons.map((date, i) => ({
    sous: `jalons.${i}`,
    libelle: 'Contact de suivi',
    valeur: date,
    regle: 'R19',
    phrase: `${c.parametres.suiviJalonsMois[i]} mois après ${c.resultat.motifFin === 'CREATION_ENTREPRISE' ? 'l’immatriculation' : 'l’embauche'} du ${le(debut)}.`,
    cles: ['suiviEmploi'],
    parametres: ['suiviJalonsMois'],
    doute: JALONS,
  }));

/** What a return to work opens. @see R17, R18, R19 */
export const droits: Famille<Cles> = {
  primes: (liste, c) => liste.flatMap((prime) => parChamps(prime, champsPrime, c, `${prime.contratId}.`)),
  idr: (liste, c) => liste.map((entree) => indemnite(entree, c)),
  suiviEmploi: siDonne((suivi, c) => [...parChamps(suivi, champsSuivi, c), ...contacts(suivi, c)]),
};
