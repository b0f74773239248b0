import type { FC } from 'hono/jsx';
import type { Canal } from '../../../domain/dossier/personnes';
import type { CourrierAvecEnvois, EnvoiInscrit } from '../../../registre';
import { instantEnClair, libellesCanal } from '../../affichage/libelles';

/** "par e-mail et par courrier recommandé". */
export function canauxEnClair(canaux: readonly Canal[], recommande: boolean): string {
  const noms = canaux.map(
    (canal) => `par ${libellesCanal[canal]}${canal === 'COURRIER' && recommande ? ' recommandé' : ''}`,
  );
  return noms.length < 2 ? noms.join('') : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`;
}

/** What became of an attempt, after its channel. */
function suite({ statut, acheveLe, erreur }: EnvoiInscrit, fuseau: string): string {
  const quand = acheveLe ? ` le ${instantEnClair(acheveLe, fuseau)}` : '';
  switch (statut) {
    case 'PARTI':
      return quand;
    case 'EN_REMISE':
      return ' : remise en cours';
    case 'INCERTAIN':
      return ' : interrompu sans réponse, peut-être reçu quand même';
    case 'REJETE':
      return ` : adresse refusée${quand}${erreur ? ` (${erreur})` : ''}`;
    case 'ECHEC':
      return ` : échec${erreur ? ` (${erreur})` : ''}, nouvel essai prévu`;
  }
}

/** Each attempt on each channel, with exactly what was sent. */
export const Envois: FC<{ numero: string; courrier: CourrierAvecEnvois; fuseau: string }> = ({
  numero,
  courrier,
  fuseau,
}) => (
  <>
    {courrier.envois.map((envoi) => (
      <div>
        <small>
          {envoi.objet}
          {courrier.destinataire === 'CONSEILLER' && envoi.statut !== 'PARTI'
            ? ', confié au référent'
            : `, ${canauxEnClair([envoi.canal], envoi.recommande)}${suite(envoi, fuseau)}`}
        </small>
        <br />
        <Contenu numero={numero} sha={envoi.pdfSha256} nom="PDF" />
        <Contenu numero={numero} sha={envoi.texteSha256} nom="Texte" />
        <Contenu numero={numero} sha={envoi.htmlSha256} nom="E-mail" />
        <Contenu numero={numero} sha={envoi.icsSha256} nom="Agenda" />
      </div>
    ))}
    {courrier.incertain ? (
      <small>Un envoi a été interrompu sans réponse : la personne l’a peut-être reçu deux fois.</small>
    ) : null}
  </>
);

const Contenu: FC<{ numero: string; sha: string | null; nom: string }> = ({ numero, sha, nom }) =>
  sha ? (
    <>
      {' '}
      <a href={`/dossiers/${numero}/contenus/${sha}`}>{nom}</a>
    </>
  ) : null;
