import { condition, log, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { CourrierDu, IssueRemise } from '../../domain/parcours/parcours';
import type { EtatRendezVous } from '../../domain/rendez-vous/question';
import { remettre, situerRendezVous } from '../parcours/activites';
import { Reveil } from '../parcours/reveil';
import * as messages from './messages';

interface Fin {
  courrier: CourrierDu;
  issue: IssueRemise;
}

/**
 * The mail of one appointment: asks what is due, hands it over, sleeps until the next letter or the next act, and ends with the
 * appointment. The register alone knows the appointment; no journey is woken.
 * @param etat what is known of its letters, by the acts that start it or take it up again
 */
export async function rendezVous(etat: EtatRendezVous): Promise<void> {
  const reveil = new Reveil();
  const enCours = new Set<string>();
  const finis: Fin[] = [];
  let change = false;
  setHandler(
    messages.rendezVousChange,
    () => {
      change = true;
    },
    { description: 'Le rendez-vous a changé, ou un courrier retenu est libéré' },
  );
  setHandler(messages.courrierRendezVous, () => etat, { description: 'Ce que l’on sait des courriers' });

  const lancer = (courrier: CourrierDu) => {
    enCours.add(courrier.cle);
    remettre
      .executeWithOptions({ summary: `Remise ${courrier.code}` }, [
        { numero: etat.numero, courrier, maintenant: new Date().toISOString() },
      ])
      .catch((erreur: unknown): IssueRemise => {
        log.warn('courrier de rendez-vous non remis, à reprendre', { code: courrier.code, erreur: String(erreur) });
        return { statut: 'A_REPRENDRE', le: new Date().toISOString() };
      })
      .then((issue) => finis.push({ courrier, issue }));
  };

  for (;;) {
    for (const { courrier, issue } of finis.splice(0)) {
      const { cle, code, base, date } = courrier;
      const tentatives = (etat.courriers[cle]?.tentatives ?? 0) + 1;
      etat.courriers[cle] = { code, base, date, statut: issue.statut, le: issue.le, tentatives };
      enCours.delete(cle);
    }
    const relance = change;
    change = false;
    const maintenant = new Date().toISOString();
    const reponse = await situerRendezVous({ etat, enCours: [...enCours].sort(), relance, maintenant });
    Object.assign(etat.courriers, reponse.memoires);
    setCurrentDetails(reponse.details);
    reponse.dus.forEach(lancer);
    if (reponse.clos && enCours.size === 0 && finis.length === 0 && !change) return;
    reveil.armer(reponse.prochain && Date.parse(reponse.prochain.quand), reponse.prochain?.libelle ?? '');
    await condition(() => reveil.sonne || change || finis.length > 0);
  }
}
