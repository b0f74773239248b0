import type { FC } from 'hono/jsx';
import { enChiffres } from '../../../domain/calendrier/dates';
import { regleDite } from '../../../domain/droit/regle-dite';
import { phrase } from '../../../domain/faits/erreurs';
import { faiteDite } from '../../../domain/parcours/faite-dite';
import { reserveDite } from '../../../domain/parcours/reserve-dite';
import type { Apercu } from '../../../domain/rendez-vous/previsualiser';
import { deplacementDit } from '../../affichage/departs';
import {
  courriersParDepart,
  finDeplacee,
  phrasesCorrections,
  sansEffet,
  suspensionsEnClair,
} from '../../affichage/deplacements';
import { compte, libellesDestinataire, titreCourrier } from '../../affichage/libelles';
import { Dit } from '../commun/dit';
import { Avis } from '../commun/gabarit';
import { periode } from '../dossier/echeances';

/** What an act would move: last day, dates, letters, alerts, each with its reason. */
export const Changements: FC<{ apercu: Apercu }> = ({ apercu }) => {
  const fin = finDeplacee(apercu);
  const raison = apercu.apres.echeances.find((e) => e.cle === 'FIN_CSP');
  const groupes = courriersParDepart(apercu);
  return (
    <section aria-labelledby="changements">
      <h2 id="changements">Ce que cela change</h2>
      {sansEffet(apercu) ? <p>Aucune date ne bouge et aucun courrier ne s’ajoute.</p> : null}
      {fin ? (
        <p>
          Dernier jour du CSP :{' '}
          <AvantApres avant={fin.avant && enChiffres(fin.avant)} apres={fin.apres && enChiffres(fin.apres)} />
          {fin.apres ? reserveDite(raison ?? {}) : ''}.
          {raison && fin.apres ? ` ${raison.pourquoi} (${regleDite(raison.regle)})` : ''}
        </p>
      ) : null}
      {apercu.avant.enUnePhrase !== apercu.apres.enUnePhrase ? (
        <p>Le dossier sera : {apercu.apres.enUnePhrase}</p>
      ) : null}
      {suspensionsEnClair(apercu).map((phrase) => (
        <p>{phrase}</p>
      ))}
      <Dates apercu={apercu} />
      {groupes.length > 0 ? <h3>Courriers</h3> : null}
      {groupes.map(({ titre, courriers }) => (
        <>
          <h4>{titre}</h4>
          <ul>
            {courriers.map((c) => (
              <li>
                {c.titre} ({libellesDestinataire[c.destinataire]}) : {deplacementDit(c, apercu.fuseau)}
              </li>
            ))}
          </ul>
        </>
      ))}
      {apercu.courriersFaux.length > 0 ? (
        <Avis genre="attention">
          <p>
            {compte(
              apercu.courriersFaux.length,
              'courrier déjà parti deviendra faux',
              'courriers déjà partis deviendront faux',
            )}{' '}
            : {apercu.courriersFaux.map((c) => titreCourrier(c.code)).join(', ')}.
          </p>
          {phrasesCorrections(apercu).map((phrase) => (
            <p>{phrase}</p>
          ))}
        </Avis>
      ) : null}
      {apercu.alertesNouvelles.length > 0 ? (
        <Avis genre="alerte">
          {apercu.alertesNouvelles.map((code) => (
            <p>
              <Dit code={code} phrase={phrase(code)} />
            </p>
          ))}
        </Avis>
      ) : null}
    </section>
  );
};

const Dates: FC<{ apercu: Apercu }> = ({ apercu }) => {
  if (apercu.echeances.length === 0) return null;
  return (
    <table class="cartes">
      <thead>
        <tr>
          <th scope="col">Échéance</th>
          <th scope="col">Avant</th>
          <th scope="col">Après</th>
          <th scope="col">Pourquoi</th>
        </tr>
      </thead>
      <tbody>
        {apercu.echeances.map(({ libelle, avant, apres, pourquoi, regle }) => (
          <tr>
            <th scope="row">{libelle}</th>
            <td data-titre="Avant">{avant ? <span class="avant">{periode(avant)}</span> : '–'}</td>
            <td data-titre="Après">
              {apres ? (
                <strong>
                  {periode(apres)}
                  {apres.faiteLe ? `, ${faiteDite(apres.faiteLe, apercu.apres.observeLe)}` : ''}
                </strong>
              ) : (
                'sans objet'
              )}
            </td>
            <td data-titre="Pourquoi">
              {pourquoi} <small>({regleDite(regle)})</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const AvantApres: FC<{ avant: string | null; apres: string | null }> = ({ avant, apres }) => (
  <>
    {avant ? <span class="avant">{avant}</span> : null} {apres ? <strong>{apres}</strong> : 'sans objet'}
  </>
);
