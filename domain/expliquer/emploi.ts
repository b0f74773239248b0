import { ajouterMois, type DateCivile, FIN_DES_TEMPS } from '../dates';
import type { Prime, Resultat } from '../resultat';
import { type Contexte, nommerContrat } from './contexte';
import { JALONS, sixMois } from './doutes';
import { type Champs, type Famille, parChamps, type Raison, siDonne } from './explication';
import { enumerer, jours, le, periode, rang } from './mots';
import { CARNET } from './sources';

type Cles = 'primes' | 'idr' | 'suiviEmploi';

const IDR_MOIS = 12;

interface Emploi {
  debut: DateCivile | null;
  nom: string;
  raison: Pick<Raison, 'autres'>;
  /** Whether six months make it a durable job. */
  doute: string | null;
}

/** The contract of an entry, as people name it. */
function emploi(contratId: string, c: Contexte): Emploi {
  const contrat = c.contrats.find(({ id }) => id === contratId);
  if (contrat === undefined) return { debut: null, nom: `contrat ${contratId}`, raison: {}, doute: null };
  const doute = sixMois(contrat.debut, contrat.finPrevue);
  return { debut: contrat.debut, nom: nommerContrat(contrat), raison: { autres: [c.fait(contrat.index)] }, doute };
}

const motifsDeRefus: Readonly<Record<string, (debut: string, c: Contexte) => string>> = {
  APRES_DIXIEME_MOIS: (debut, { resultat, parametres }) =>
    `embauche${debut} après la fin du ${rang(parametres.primeMois ?? 0)} mois, le ${le(resultat.finDixiemeMois!)}`,
  ANCIENNETE_INSUFFISANTE: (_, { dossier, parametres }) =>
    `ancienneté de ${dossier.ancienneteMois} mois pour ${parametres.primeAncienneteMois} exigés`,
  PSP_NON_VALIDE: (_, { evaluation, mots }) => {
    const { psp } = evaluation.entretiens;
    return `${mots.plan} ${psp ? `validé le ${le(psp)}, après l’embauche` : 'non validé à l’embauche'}`;
  },
  DEJA_ATTRIBUEE: () => 'une prime déjà attribuée pour un emploi antérieur',
};

const raisonsDeRefus = ({ contratId, refus }: Prime, c: Contexte): string => {
  const { debut } = emploi(contratId, c);
  const quand = debut === null ? '' : ` du ${le(debut)}`;
  return enumerer(refus.map((code) => motifsDeRefus[code]?.(quand, c) ?? code));
};

const PARAMETRES_REFUS = ['primeMois', 'primeAncienneteMois', 'primeExigePsp'] as const;

const champsPrime: Champs<Prime> = {
  contratId: () => null,
  refus: (prime, c) => ({
    ...emploi(prime.contratId, c).raison,
    doute: emploi(prime.contratId, c).doute,
    libelle: `Motifs de refus de la prime (${emploi(prime.contratId, c).nom})`,
    regle: 'R17',
    phrase:
      prime.refus.length === 0
        ? 'Embauche dans le délai, ancienneté suffisante et plan d’action validé quand il est exigé : aucun motif de refus.'
        : `Prime refusée : ${raisonsDeRefus(prime, c)}.`,
    dossier: ['ancienneteMois'],
    cles: ['finDixiemeMois'],
    parametres: PARAMETRES_REFUS,
  }),
  limiteDemande: ({ contratId }, c) => {
    const { debut, nom, raison } = emploi(contratId, c);
    return {
      ...raison,
      libelle: `Dernier jour pour demander la prime (${nom})`,
      regle: 'R17',
      phrase: `${jours(c.parametres.primeDemandeJours)} après l’embauche${debut === null ? '' : ` du ${le(debut)}`}.`,
      parametres: ['primeDemandeJours'],
    };
  },
  statut: (prime, c) => {
    const { nom, raison, doute } = emploi(prime.contratId, c);
    const limite = le(prime.limiteDemande);
    const demande = c.retenus('DEMANDE_PRIME').find(({ contratId }) => contratId === prime.contratId);
    const phrases: Record<Prime['statut'], string> = {
      NON_DEMANDEE: `Aucun motif de refus, mais la prime n’est pas demandée ; dernier jour le ${limite}.`,
      RECEVABLE: `Aucun motif de refus et une demande faite au plus tard le ${limite}.`,
      FORCLOSE: `Aucun motif de refus, mais la demande est postérieure au ${limite}.`,
      REFUSEE: `Prime refusée : ${raisonsDeRefus(prime, c)}.`,
    };
    return {
      ...raison,
      doute,
      libelle: `Statut de la prime (${nom})`,
      regle: 'R17',
      phrase: phrases[prime.statut],
      autres: [...(raison.autres ?? []), ...(demande ? [c.fait(demande.index)] : [])],
      parametres: ['primeDemandeJours', ...PARAMETRES_REFUS],
    };
  },
  premierVersement: ({ contratId, premierVersement }, c) => {
    const { debut, nom, raison } = emploi(contratId, c);
    if (premierVersement === null) return null;
    return {
      ...raison,
      libelle: `Premier versement de la prime (${nom})`,
      regle: 'R17',
      phrase: `Au plus tôt le lendemain de l’embauche${debut === null ? '' : ` du ${le(debut)}`}, pour la première moitié.`,
      fondements: [c.convention('art. 14')],
    };
  },
  secondVersement: ({ contratId, secondVersement, statut }, c) => {
    const { debut, nom, raison } = emploi(contratId, c);
    const mois = c.parametres.primeSecondVersementMois;
    const contrat = c.contrats.find(({ id }) => id === contratId);
    if (secondVersement === null && (statut !== 'RECEVABLE' || !contrat || contrat.finReelle === FIN_DES_TEMPS))
      return null;
    const depuis = debut === null ? '' : ` du ${le(debut)}`;
    return {
      ...raison,
      libelle: `Second versement de la prime (${nom})`,
      regle: 'R17',
      phrase:
        secondVersement === null
          ? `Pas de second versement : l’emploi finit le ${le(contrat!.finReelle)}, avant les ${mois} mois de l’embauche, le ${le(ajouterMois(contrat!.debut, mois))}.`
          : `${mois} mois après l’embauche${depuis}, l’emploi durant encore, pour la seconde moitié.`,
      parametres: ['primeSecondVersementMois'],
      fondements: [c.convention('art. 14')],
    };
  },
};

function indemnite({ contratId, eligible, finMax }: NonNullable<Resultat['idr']>[number], c: Contexte): Raison {
  const { debut, nom, raison, doute } = emploi(contratId, c);
  const { termeInitial, primes = [] } = c.resultat;
  const primee = primes.some((prime) => prime.contratId === contratId && prime.statut === 'RECEVABLE');
  const limite = `le terme initial, le ${le(termeInitial!)}`;
  const embauche = debut === null ? 'Embauche' : `Embauche du ${le(debut)}`;
  const refus = primee
    ? 'la prime de reclassement est acquise pour le même emploi'
    : `l’embauche est postérieure au terme initial, le ${le(termeInitial!)}`;
  return {
    ...raison,
    doute,
    sous: contratId,
    libelle: `Indemnité différentielle (${nom})`,
    valeur: { contratId, eligible, finMax },
    regle: 'R18',
    phrase: eligible
      ? `${embauche} avant ${limite}, moins bien rémunérée : indemnité possible ${IDR_MOIS} mois au plus, jusqu’au ${le(finMax!)}.`
      : `${embauche} moins bien rémunérée, mais ${refus}.`,
    cles: ['termeInitial', 'primes'],
    parametres: ['idr'],
    fondements: [CARNET],
  };
}

type Suivi = NonNullable<Resultat['suiviEmploi']>;

const champsSuivi: Champs<Suivi> = {
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

const contacts = ({ debut, jalons }: Suivi, c: Contexte): Raison[] =>
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
