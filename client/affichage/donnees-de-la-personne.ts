import type { SectionReleve } from '../../courriers/documents/releve';
import { type DateCivile, enChiffres } from '../../domain/calendrier/dates';
import { champsDossier } from '../../domain/dossier/dossier';
import type { Personnes } from '../../domain/dossier/personnes';
import { resoudreJournal } from '../../domain/faits/resoudre-journal';
import { conservations } from '../../domain/flotte/conservation';
import { demarches, libellesFinancement } from '../../domain/parcours/demarches';
import type { PieceAttendue } from '../../domain/parcours/pieces';
import { libellesSorte } from '../../domain/rendez-vous/sortes';
import type {
  ActionInscrite,
  Actualisation,
  CourrierAvecEnvois,
  DossierInscrit,
  FormationInscrite,
  Note,
  PieceRecue,
  RendezVousInscrit,
  Tache,
} from '../../registre';
import { entreeEnClair, valeurEnClair } from './evenement';
import { instantEnClair, libelleEtape, libellesCanal, libellesDestinataire, titreCourrier } from './libelles';

/** What the register holds of a person, read. */
export interface DonneesLues {
  inscrit: DossierInscrit;
  personnes: Personnes;
  /** Who the people are, by the names of their fields, in the order of a form. */
  coordonnees: readonly (readonly [libelle: string, valeur: string])[];
  courriers: readonly CourrierAvecEnvois[];
  rendezVous: readonly RendezVousInscrit[];
  actions: readonly ActionInscrite[];
  formations: readonly FormationInscrite[];
  actualisations: readonly Actualisation[];
  taches: readonly Tache[];
  /** Of every agency that followed her. */
  notes: readonly Note[];
  pieces: readonly PieceRecue[];
  /** What each paper is. */
  attendues: readonly PieceAttendue[];
}

const jour = (date: DateCivile | null | undefined): string => (date ? enChiffres(date) : '');
const instant = (quand: Date | null): string => (quand ? instantEnClair(quand) : '');

/** The same in French, part by part, for a request of access; what each code means stands in words. */
export function sectionsDesDonnees(d: DonneesLues): SectionReleve[] {
  const { inscrit, personnes } = d;
  const { dossier } = resoudreJournal(inscrit.dossier, inscrit.journal);
  const { referent, agence } = personnes;
  const valeurs = dossier as unknown as Record<string, unknown>;
  return [
    { titre: 'Qui vous êtes, et votre employeur', genre: 'fiche', champs: d.coordonnees },
    {
      titre: 'Qui vous suit',
      genre: 'fiche',
      champs: [
        ['Votre référent', `${referent.prenom} ${referent.nom}`],
        ['Son adresse', referent.email],
        ['Votre agence', agence.nom],
      ],
    },
    {
      titre: 'Votre dossier',
      genre: 'fiche',
      champs: [
        ['Numéro', inscrit.numero],
        ['Ouvert le', instant(inscrit.creeLe)],
        ['Où il en est', libelleEtape(inscrit.etat)],
        ['Terme', jour(inscrit.terme)],
        ...champsDossier
          .filter(({ nom }) => valeurs[nom] !== undefined)
          .map((champ) => [champ.libelle, valeurEnClair(champ, valeurs[champ.nom])] as const),
      ],
    },
    {
      titre: 'Ce qui a été consigné',
      genre: 'tableau',
      colonnes: colonnes(['Le', 2], ['Quoi', 5], ['Pourquoi', 3]),
      rangees: inscrit.journal.map((entree) => [
        instantEnClair(entree.enregistreLe),
        entreeEnClair(entree, inscrit.journal, inscrit.dossier),
        entree.motif ?? '',
      ]),
    },
    {
      titre: 'Les courriers écrits à votre sujet',
      genre: 'tableau',
      colonnes: colonnes(['Le', 2], ['Courrier', 4], ['À', 2], ['Par, et où', 4]),
      rangees: d.courriers.map(({ code, destinataire, partiLe, creeLe, envois }) => [
        instant(partiLe ?? creeLe),
        titreCourrier(code),
        libellesDestinataire[destinataire],
        envois.map(({ canal, adresse }) => `${libellesCanal[canal]}, ${adresse}`).join(' ; '),
      ]),
    },
    {
      titre: 'Vos rendez-vous',
      genre: 'tableau',
      colonnes: colonnes(['Le', 2], ['Quoi', 3], ['Où', 4]),
      rangees: d.rendezVous.map(({ debut, sorte, intitule, lieu, lien }) => [
        instantEnClair(debut),
        [libellesSorte[sorte], intitule].filter(Boolean).join(' : '),
        lieu ?? lien ?? '',
      ]),
    },
    {
      titre: 'Votre plan d’action',
      genre: 'tableau',
      colonnes: colonnes(['Quoi', 5], ['Pour le', 2], ['Fait le', 2]),
      rangees: d.actions.map(({ quoi, pourLe, faiteLe }) => [quoi, jour(pourLe), jour(faiteLe)]),
    },
    {
      titre: 'Les formations que vous préparez',
      genre: 'tableau',
      colonnes: colonnes(
        ['Formation', 4],
        ['Financement', 3],
        ['Entrée', 2],
        ['Ce qui est fait', 4],
        ['Abandonnée', 3],
      ),
      rangees: d.formations.map(({ intitule, organisme, financement, entreePrevue, faites, ...f }) => [
        [intitule, organisme].filter(Boolean).join(', '),
        financement === null ? '' : libellesFinancement[financement],
        jour(entreePrevue),
        faites.map(({ code, le }) => `${libelleDemarche(code)}, le ${jour(le)}`).join(' ; '),
        [jour(f.abandonneeLe), f.abandonMotif].filter(Boolean).join(', '),
      ]),
    },
    {
      titre: 'Vos actualisations',
      genre: 'tableau',
      colonnes: colonnes(['Mois', 2], ['Faite le', 2]),
      rangees: d.actualisations.map(({ mois, le }) => [mois.split('-').reverse().join('/'), jour(le)]),
    },
    {
      titre: 'Les pièces reçues',
      genre: 'tableau',
      colonnes: colonnes(['Pièce', 5], ['Reçue le', 2]),
      rangees: d.pieces.map(({ cle, recueLe }) => [
        d.attendues.find((piece) => piece.cle === cle)?.libelle ?? 'Pièce d’un fait qui ne compte plus',
        jour(recueLe),
      ]),
    },
    {
      titre: 'Ce que votre agence a noté de vos échanges',
      genre: 'tableau',
      colonnes: colonnes(['Le', 2], ['Note', 6], ['Retirée le', 2]),
      rangees: d.notes.map(({ le, texte, retireeLe }) => [jour(le), texte, instant(retireeLe)]),
    },
    {
      titre: 'Ce que votre référent avait à faire',
      genre: 'tableau',
      colonnes: colonnes(['Quoi', 5], ['Pour le', 2], ['Fait le', 2], ['Pourquoi', 3]),
      rangees: d.taches.map(({ libelle, echeance, faiteLe, motif, reporteeMotif }) => [
        libelle,
        jour(echeance),
        instant(faiteLe),
        [motif, reporteeMotif].filter(Boolean).join(' ; '),
      ]),
    },
    {
      titre: 'Combien de temps, et vos droits',
      genre: 'texte',
      points: [
        `Votre dossier est gardé au plus ${conservations.DOSSIERS.mois} mois, sauf réglage de votre agence, depuis ${conservations.DOSSIERS.depuis}.`,
        'Ce relevé vient avec un fichier qui contient les mêmes données, entières, sous une forme lisible par une machine, courriers compris.',
        'Vous pouvez demander à votre agence de rectifier ce qui est faux, et d’effacer ces données quand votre parcours est fini.',
      ],
    },
  ];
}

/** A step by its code, of whatever route. */
const libelleDemarche = (code: string): string =>
  demarches.find((demarche) => demarche.code === code)?.libelle ?? 'Démarche qui n’existe plus';

const colonnes = (...dites: readonly (readonly [titre: string, part: number])[]) =>
  dites.map(([titre, part]) => ({ titre, part }));
