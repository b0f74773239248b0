import type { FC } from 'hono/jsx';
import { comparer, enChiffres } from '../../../../domain/dates';
import type { CourrierSitue } from '../../../../domain/situation';
import type { CourrierAvecEnvois, EnvoiInscrit } from '../../../../registre';
import {
  instantEnClair,
  libellesDestinataire,
  libellesStatutCourrier,
  titreCourrier,
} from '../../../affichage/libelles';
import { Pastille } from '../../gabarit';

interface Props {
  numero: string;
  prevus: CourrierSitue[];
  inscrits: CourrierAvecEnvois[];
  fuseau: string;
}

/** Letters to come, then those that left, each with exactly what was sent. */
export const Courriers: FC<Props> = ({ numero, prevus, inscrits, fuseau }) => {
  const lignes = fusionner(prevus, inscrits);
  const aVenir = lignes.filter((l) => l.inscrit === null && l.statut === 'A_VENIR');
  const repris = lignes.filter((l) => l.statut === 'REPRIS');
  const autres = lignes.filter((l) => !aVenir.includes(l) && !repris.includes(l)).reverse();
  return (
    <section aria-labelledby="courriers">
      <h2 id="courriers">Courriers</h2>
      {lignes.length === 0 ? <p class="discret">Aucun courrier n’est prévu.</p> : null}
      {autres.length > 0 ? <Tableau numero={numero} lignes={autres} fuseau={fuseau} /> : null}
      {aVenir.length > 0 ? (
        <details open={autres.length === 0}>
          <summary>À venir ({aVenir.length})</summary>
          <Tableau numero={numero} lignes={aVenir} fuseau={fuseau} />
        </details>
      ) : null}
      {repris.length > 0 ? (
        <details>
          <summary>Avant la reprise du dossier : envoyés autrement ou sans objet ({repris.length})</summary>
          <Tableau numero={numero} lignes={repris} fuseau={fuseau} />
        </details>
      ) : null}
    </section>
  );
};

type Statut = keyof typeof libellesStatutCourrier;
interface Ligne {
  cle: string;
  code: string;
  destinataire: CourrierSitue['destinataire'];
  date: CourrierSitue['date'];
  statut: Statut;
  inscrit: CourrierAvecEnvois | null;
}

function fusionner(prevus: CourrierSitue[], inscrits: CourrierAvecEnvois[]): Ligne[] {
  const parCle = new Map(inscrits.map((c) => [c.cle, c]));
  const situes = prevus.map((p) => ({ ...p, inscrit: parCle.get(p.cle) ?? null }));
  const connues = new Set(prevus.map((p) => p.cle));
  const seuls = inscrits.filter((c) => !connues.has(c.cle)).map((c) => ({ ...c, date: c.datePrevue, inscrit: c }));
  return [...situes, ...seuls].sort((a, b) => comparer(a.date, b.date) || comparer(a.cle, b.cle));
}

const Tableau: FC<{ numero: string; lignes: Ligne[]; fuseau: string }> = ({ numero, lignes, fuseau }) => (
  <table class="cartes">
    <thead>
      <tr>
        <th scope="col">Courrier</th>
        <th scope="col">À</th>
        <th scope="col">Date</th>
        <th scope="col">État</th>
        <th scope="col">Ce qui a été envoyé</th>
      </tr>
    </thead>
    <tbody>
      {lignes.map((l) => (
        <tr>
          <th scope="row">
            {titreCourrier(l.code)}
            <br />
            <small class="discret">{l.code}</small>
          </th>
          <td data-titre="À">{libellesDestinataire[l.destinataire]}</td>
          <td data-titre="Date" class="date">
            {enChiffres(l.date)}
          </td>
          <td data-titre="État">
            <Pastille genre={GENRES[l.statut]}>{libellesStatutCourrier[l.statut]}</Pastille>
          </td>
          <td data-titre="Envoyé">
            {l.inscrit?.envois.map((envoi) => (
              <Envoi numero={numero} envoi={envoi} fuseau={fuseau} />
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const GENRES: Partial<Record<Statut, 'attention' | 'alerte' | 'fait'>> = {
  PARTI: 'fait',
  A_REPRENDRE: 'attention',
  INCERTAIN: 'attention',
  EN_TACHE: 'attention',
  RECTIFIE: 'attention',
};

const CANAUX = { EMAIL: 'par e-mail', SMS: 'par SMS', COURRIER: 'par courrier' } as const;

const Envoi: FC<{ numero: string; envoi: EnvoiInscrit; fuseau: string }> = ({ numero, envoi, fuseau }) => {
  const lien = (sha: string | null, texte: string) =>
    sha ? (
      <>
        {' '}
        <a href={`/dossiers/${numero}/contenus/${sha}`}>{texte}</a>
      </>
    ) : null;
  return (
    <div>
      <small>
        {envoi.objet}, {CANAUX[envoi.canal]}
        {envoi.acheveLe && envoi.statut === 'PARTI' ? ` le ${instantEnClair(envoi.acheveLe, fuseau)}` : ''}
        {envoi.erreur ? ` : ${envoi.erreur}` : ''}
      </small>
      <br />
      {lien(envoi.pdfSha256, 'PDF')}
      {lien(envoi.texteSha256, 'Texte')}
      {lien(envoi.htmlSha256, 'E-mail')}
    </div>
  );
};
