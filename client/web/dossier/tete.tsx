import type { FC } from 'hono/jsx';
import { enChiffres } from '../../../domain/calendrier/dates';
import type { Personnes } from '../../../domain/dossier/personnes';
import type { Situation } from '../../../domain/parcours/situation';
import type { BlocageRappels } from '../../../registre';
import { actesDuMoment } from '../../affichage/actes-du-moment';
import { Pastille } from '../commun/gabarit';
import { Qui } from '../commun/qui';
import { Pour } from '../porte/pour';
import type { EntretienAPlanifier } from './lire-suivi';

/** Who follows the person, how to reach her, and where to correct it. */
export const Joindre: FC<{ numero: string; personnes: Personnes | null }> = ({ numero, personnes }) => (
  <>
    <p class="discret">
      Dossier {numero}
      {personnes ? `, ${personnes.agence.nom}, suivi par ${personnes.referent.prenom} ${personnes.referent.nom}` : ''}{' '}
      <Pour usage="confier">
        (<a href={`/dossiers/${numero}/referent`}>changer</a>)
      </Pour>
    </p>
    {personnes ? <Coordonnees numero={numero} identite={personnes.identite} /> : null}
    {personnes ? <Handicap agence={personnes.agence} /> : null}
  </>
);

const Coordonnees: FC<{ numero: string; identite: Personnes['identite'] }> = ({
  numero,
  identite: { telephone, email },
}) => (
  <p>
    {telephone ? <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a> : 'Pas de téléphone'}
    {', '}
    {email ? <a href={`mailto:${email}`}>{email}</a> : 'pas d’adresse e-mail'}{' '}
    <Pour usage="changer-coordonnees">
      <span class="discret">
        (<a href={`/dossiers/${numero}/coordonnees`}>coordonnées</a>,{' '}
        <a href={`/dossiers/${numero}/rappels`}>rappels</a>)
      </span>
    </Pour>
  </p>
);

/** Whoever looks after disability in the agency, said of every dossier alike: it tells nothing of the person. @see S003 */
const Handicap: FC<{ agence: Personnes['agence'] }> = ({ agence: { referentHandicap: connu } }) =>
  connu === undefined ? null : (
    <p class="discret">
      Référent ou référente handicap de l’agence : {connu.prenom} {connu.nom},{' '}
      <a href={`mailto:${connu.email}`}>{connu.email}</a>
    </p>
  );

/** Said at the top, since it stops what usually leaves. */
export const RappelsBloques: FC<{ blocage: BlocageRappels | null }> = ({ blocage }) =>
  blocage === null ? null : (
    <p>
      <Pastille genre="attention">Rappels bloqués</Pastille> jusqu’au {enChiffres(blocage.jusquau)} inclus, par{' '}
      <Qui id={blocage.par} /> : {blocage.motif}
    </p>
  );

interface PropsActes {
  numero: string;
  situation: Situation;
  aPlanifier: readonly EntretienAPlanifier[];
}

/** What one most likely comes to do. */
export const Actes: FC<PropsActes> = ({ numero, situation, aPlanifier }) => (
  <div class="actions">
    {actesDuMoment(situation, aPlanifier).map(({ usage, libelle, chemin }, rang) => (
      <Pour usage={usage}>
        <a class={rang === 0 ? 'bouton' : undefined} href={`/dossiers/${numero}${chemin}`}>
          {libelle}
        </a>
      </Pour>
    ))}
  </div>
);
