import { allHandlersFinished, condition, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { apresRemise } from '../../domain/parcours/appliquer';
import type { EtatRendezVous } from '../../domain/rendez-vous/question';
import { attendHorsHistoire } from '../attente';
import { refuserInconnus } from '../messages-inconnus';
import { Remises } from '../remises';
import { Reveil } from '../reveil';
import { situerRendezVous } from './activites';
import * as messages from './messages';

/**
 * The mail of one appointment: asks what is due, hands it over, sleeps until the next letter or the next act, and ends with the
 * appointment. The register alone knows the appointment; no journey is woken.
 * @param etat what is known of its letters, by the acts that start it or take it up again
 */
export async function rendezVous(etat: EtatRendezVous): Promise<void> {
  const reveil = new Reveil();
  const remises = new Remises(etat.numero);
  let change = false;
  setHandler(
    messages.rendezVousChange,
    () => {
      change = true;
    },
    { description: 'Le rendez-vous a changé, ou un courrier retenu est libéré' },
  );
  // The register alone says what becomes of an appointment: no other message can be meant for its mail.
  refuserInconnus(etat.numero);
  setHandler(messages.courrierRendezVous, () => etat, { description: 'Ce que l’on sait des courriers' });

  for (;;) {
    for (const { courrier, issue } of remises.recueillir()) {
      etat.courriers[courrier.cle] = apresRemise(etat.courriers[courrier.cle], courrier, issue);
    }
    const relance = change;
    change = false;
    const reponse = await situerRendezVous({ etat, enCours: remises.cles(), relance }, attendHorsHistoire());
    Object.assign(etat.courriers, reponse.memoires);
    setCurrentDetails(reponse.details);
    for (const courrier of reponse.dus) remises.lancer(courrier);
    if (reponse.clos && remises.aucune() && !change) {
      await condition(allHandlersFinished);
      if (!change) return;
    }
    reveil.armer(reponse.prochain && Date.parse(reponse.prochain.quand), reponse.prochain?.libelle ?? '');
    await condition(() => reveil.sonne || change || remises.aRecueillir());
  }
}
