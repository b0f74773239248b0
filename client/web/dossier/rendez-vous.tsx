import type { FC } from 'hono/jsx';
import { type DateCivile, enToutesLettres } from '../../../domain/calendrier/dates';
import { entretiensLegaux } from '../../../domain/faits/entretiens';
import { heureEnClair } from '../../../domain/rendez-vous/heure';
import {
  type CompteRendu,
  intituleRendezVous,
  libellesMode,
  libellesStatutRendezVous,
  type RendezVous,
} from '../../../domain/rendez-vous/rendez-vous';
import { compte } from '../../affichage/libelles';
import { Avis, Pastille } from '../commun/gabarit';
import { lecteurPeut, Pour } from '../porte/pour';
import { Envois } from '../rendez-vous/envois';
import type { EntretienAPlanifier, VueRendezVous } from './lire-suivi';
import type { Partie } from './partie';

/** What the page says of the act on an appointment that led to it. */
export const suitesRendezVous = {
  planifie: 'Le rendez-vous est planifié.',
  deplace: 'Le rendez-vous est déplacé.',
  annule: 'Le rendez-vous est annulé.',
  tenu: 'Le rendez-vous est noté comme tenu.',
  manque: 'Le rendez-vous est noté comme manqué.',
  action: 'Le plan d’action est à jour.',
  actualisation: 'L’actualisation est enregistrée.',
  rappels: 'Les rappels d’actualisation de l’agence sont réglés.',
  coordonnees: 'Les coordonnées sont à jour : les prochains courriers les prennent.',
  sansSms: 'Les coordonnées sont à jour. Ce numéro de téléphone ne reçoit pas de SMS.',
  confie: 'Le dossier est confié : son nouveau référent le suit dès maintenant.',
  piece: 'La pièce est notée comme reçue.',
  pieceRetiree: 'La pièce est de nouveau attendue.',
  formation: 'La formation est notée : sa prochaine démarche est dans la semaine du référent.',
  formationAbandonnee: 'La formation est notée comme abandonnée.',
  demarche: 'La démarche est notée comme faite.',
  demarcheRetiree: 'La démarche est de nouveau à faire.',
  note: 'La note est gardée, pour l’agence seule.',
  noteRetiree: 'La note n’est plus montrée.',
  rappelsBloques: 'Les rappels à la personne sont bloqués.',
  rappelsLibres: 'Les rappels repartent, dans l’heure pour ceux qui attendaient.',
} as const;
export type SuiteRdv = keyof typeof suitesRendezVous;

/** The part of the page that an act was done in, and that its form leads back to: its answer is said there. */
export const partiesDesSuites: Readonly<Partial<Record<SuiteRdv, string>>> = {
  action: 'plan-action',
  actualisation: 'actualisations',
  rappels: 'actualisations',
  piece: 'pieces',
  pieceRetiree: 'pieces',
  formation: 'formations',
  formationAbandonnee: 'formations',
  demarche: 'formations',
  demarcheRetiree: 'formations',
  note: 'notes',
  noteRetiree: 'notes',
};

export const AvisRendezVous: FC<{ suite: SuiteRdv | null }> = ({ suite }) =>
  suite === null ? null : (
    <Avis genre="fait">
      <p>{suitesRendezVous[suite]}</p>
    </Avis>
  );

interface Props {
  numero: string;
  rendezVous: VueRendezVous[];
  aPlanifier: EntretienAPlanifier[];
  aujourdhui: DateCivile;
}

/** The appointments of a dossier, and the interviews that have none yet. */
export function partieRendezVous(props: Props): Partie {
  const prevus = props.rendezVous.filter((v) => v.rendezVous.statut === 'PREVU').length;
  return {
    ...{ id: 'rendez-vous', titre: 'Rendez-vous', ouverte: prevus > 0 || props.aPlanifier.length > 0 },
    dit: prevus === 0 ? 'aucun n’est prévu' : compte(prevus, 'prévu'),
    contenu:
      props.rendezVous.length > 0 || lecteurPeut('planifier-rendez-vous') ? <RendezVousDuDossier {...props} /> : null,
  };
}

/** The next appointments first, what is to be told of those that are past, then the others, folded. */
const RendezVousDuDossier: FC<Props> = ({ numero, rendezVous, aPlanifier, aujourdhui }) => {
  const prevus = rendezVous.filter((v) => v.rendezVous.statut === 'PREVU');
  const passes = rendezVous.filter((v) => v.rendezVous.statut !== 'PREVU').reverse();
  const base = `/dossiers/${numero}/rendez-vous`;
  return (
    <>
      <Pour usage="planifier-rendez-vous">
        <div class="actions">
          <a class="bouton" href={`${base}/nouveau`}>
            Planifier un rendez-vous
          </a>
          {aPlanifier.map((e) => (
            <>
              <a href={`${base}/nouveau?sorte=${e.sorte}`}>
                {e.libelle}, {e.delai}
              </a>
              {e.limite < aujourdhui ? (
                <a href={`/dossiers/${numero}/evenement?type=${entretiensLegaux[e.sorte].fait}`}>
                  {e.libelle} : il a eu lieu
                </a>
              ) : null}
            </>
          ))}
        </div>
      </Pour>
      {prevus.map((vue) => (
        <Prevu base={base} vue={vue} />
      ))}
      {passes.length > 0 ? (
        <details>
          <summary>Rendez-vous passés ou annulés ({passes.length})</summary>
          {passes.map((vue) => (
            <Passe vue={vue} base={base} />
          ))}
        </details>
      ) : null}
    </>
  );
};

/** "mardi 29 juillet 2025 à 9 h 30". */
export const quandEnClair = ({ jour, heure }: Pick<VueRendezVous, 'jour' | 'heure'>): string =>
  `${enToutesLettres(jour)} à ${heureEnClair(heure)}`;

/** "Sur place, 1 place du Marché, 30 minutes". */
export const ouEnClair = ({ mode, lieu, lien, dureeMinutes }: RendezVous): string =>
  [libellesMode[mode], lieu, lien, `${dureeMinutes} minutes`].filter(Boolean).join(', ');

const Prevu: FC<{ base: string; vue: VueRendezVous }> = ({ base, vue }) => {
  const { rendezVous } = vue;
  const adresse = `${base}/${rendezVous.id}`;
  return (
    <article aria-label={intituleRendezVous(rendezVous)}>
      <p>
        <strong>{quandEnClair(vue)}</strong> : {intituleRendezVous(rendezVous)}{' '}
        {vue.aClore ? <Pastille genre="attention">tenu ou manqué ?</Pastille> : null}
        <br />
        <span class="discret">{ouEnClair(rendezVous)}</span>
      </p>
      <Pour usage="deplacer-rendez-vous">
        <div class="actions">
          {vue.aClore ? (
            <>
              <a class="bouton" href={`${adresse}/tenu`}>
                Tenu
              </a>
              <a href={`${adresse}/manque`}>Manqué</a>
            </>
          ) : null}
          <a href={`${adresse}/deplacer`}>Déplacer</a>
          <a href={`${adresse}/annuler`}>Annuler</a>
        </div>
      </Pour>
      <details>
        <summary>Courriers</summary>
        <Envois courriers={vue.courriers} fuseau={vue.fuseau} />
      </details>
    </article>
  );
};

const GENRES = { PREVU: undefined, TENU: 'fait', MANQUE: 'alerte', ANNULE: undefined } as const;

const Passe: FC<{ vue: VueRendezVous; base: string }> = ({ vue, base }) => {
  const { rendezVous } = vue;
  const { id, statut, compteRendu } = rendezVous;
  return (
    <article aria-label={intituleRendezVous(rendezVous)}>
      <p>
        {quandEnClair(vue)} : {intituleRendezVous(rendezVous)}{' '}
        <Pastille genre={GENRES[statut]}>{libellesStatutRendezVous[statut]}</Pastille>
      </p>
      {compteRendu ? <Compte compteRendu={compteRendu} /> : null}
      {statut === 'MANQUE' ? (
        <Pour usage="planifier-rendez-vous">
          <div class="actions">
            <a href={`${base}/nouveau?depuis=${id}`}>Replanifier</a>
            <a href={`${base}/${id}/tenu`}>Il a eu lieu</a>
          </div>
        </Pour>
      ) : null}
    </article>
  );
};

const Compte: FC<{ compteRendu: CompteRendu }> = ({
  compteRendu: { parcours, competences, souhaits, notes, reponses },
}) => {
  const textes = { Parcours: parcours, Compétences: competences, Souhaits: souhaits, 'Compte rendu': notes };
  const lignes = Object.entries(textes).filter(([, texte]) => texte !== undefined);
  if (lignes.length === 0 && !reponses) return null;
  return (
    <dl class="fiche">
      {lignes.map(([nom, texte]) => (
        <>
          <dt class="discret">{nom}</dt>
          <dd>{texte}</dd>
        </>
      ))}
      {(reponses ?? []).map(({ question, oui }) => (
        <>
          <dt class="discret">{question}</dt>
          <dd>{oui ? 'oui' : 'non'}</dd>
        </>
      ))}
    </dl>
  );
};
