import type { FC } from 'hono/jsx';
import { compte, instantEnClair } from '../../affichage/libelles';
import type { Sante } from '../../usages/sante/examiner';
import { Avis, Page, Pastille } from '../commun/gabarit';
import { Pour } from '../porte/pour';
import { Premiers } from './bloques';

const NOMS: Record<string, string> = {
  registre: 'Registre (PostgreSQL)',
  moteur: 'Moteur Temporal',
  worker: 'Worker',
  relais: 'Relais des e-mails',
};

interface Props {
  sante: Sante;
  maintenant: Date;
  /** Where the Temporal UI shows our journeys; null where none was named. */
  interfaceMoteur: string | null;
  boite: boolean;
  /** Its reader wants it kept fresh. */
  suivie: boolean;
}

const SECONDES = 30;

/** What runs and what does not, for whoever looks after Jalon. */
export const PageSante: FC<Props> = ({ sante, maintenant, interfaceMoteur, boite, suivie }) => {
  const { parties, raisons, releve } = sante;
  return (
    <Page titre="Exploitation" menu="exploitation" boite={boite} relire={suivie ? SECONDES : undefined}>
      <h1>Exploitation</h1>
      <p class="discret">
        Relevé du {instantEnClair(maintenant)}
        {suivie ? ', refait toutes les trente secondes. ' : '. '}
        {suivie ? (
          <a href="/exploitation">Ne plus le refaire</a>
        ) : (
          <a href="/exploitation?suivre=oui">Le refaire toutes les trente secondes</a>
        )}
      </p>
      <Etat sante={sante} />
      {interfaceMoteur === null ? null : (
        <Pour usage="lire-histoires">
          <p>
            <a href={`${interfaceMoteur}/workflows`}>Interface de Temporal</a>{' '}
            <span class="discret">chaque parcours y est, sans nom ; le lire laisse une trace.</span>
          </p>
        </Pour>
      )}
      <h2>Ce qui doit répondre</h2>
      <table>
        <tbody>
          {Object.entries(parties).map(([nom, reponse]) => (
            <tr>
              <th scope="row">{NOMS[nom] ?? nom}</th>
              <td>
                <Pastille genre={reponse === 'repond' ? 'fait' : 'alerte'}>
                  {reponse === 'repond' ? 'répond' : 'ne répond pas'}
                </Pastille>
                {raisons[nom] ? ` (${raisons[nom]})` : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {releve === null ? (
        <p>Parcours, workers et courriers ne peuvent pas être relevés pour l’instant.</p>
      ) : (
        <>
          <h2>Parcours qui n’avancent pas</h2>
          <Premiers
            bloques={[...releve.enEchec.bloques, ...releve.enRetard.bloques]}
            interfaceMoteur={interfaceMoteur}
            total={releve.enEchec.nombre + releve.enRetard.nombre}
          />
          <h2>Workers</h2>
          {releve.workers.length === 0 ? <p>Aucun worker vu depuis cinq minutes.</p> : null}
          <ul>
            {releve.workers
              .filter(({ remplacePar }) => remplacePar === undefined)
              .map(({ file, identite, silence }) => (
                <li>
                  File « {file} » : {identite}, dernier signe de vie il y a {silence} s
                </li>
              ))}
          </ul>
          {releve.informations.map((information) => (
            <p>{information}</p>
          ))}
          <h2>Courriers à partir</h2>
          <p>
            {releve.courriers.depuis === null
              ? 'Aucun courrier dû n’attend.'
              : `${compte(releve.courriers.nombre, 'courrier dû', 'courriers dus')}, le plus ancien depuis le ${instantEnClair(releve.courriers.depuis)}.`}
          </p>
        </>
      )}
    </Page>
  );
};

const Etat: FC<{ sante: Sante }> = ({ sante: { etat, releve } }) => {
  if (etat === 'ok') return <Avis genre="fait">Tout répond, rien n’est bloqué.</Avis>;
  return (
    <Avis genre={etat === 'attention' ? 'attention' : 'alerte'}>
      {etat === 'en panne' ? <p>Une partie de Jalon ne répond pas.</p> : null}
      {releve && releve.alertes.length > 0 ? (
        <ul>
          {releve.alertes.map((alerte) => (
            <li>{alerte}</li>
          ))}
        </ul>
      ) : null}
    </Avis>
  );
};
