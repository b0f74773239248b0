import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import type { Personnes } from '../../domain/dossier/personnes';
import { deposerTache, listerRendezVous } from '../../registre';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT } from './banc';

/**
 * A dossier of which every form is open: tasks of both kinds, an appointment to come and one past, a line of the plan, a paper that came, a training with a step done, a note, a letter held back,
 * reminders stopped, a decision that waits for its second person.
 * @param par whoever follows it, in its agency
 */
export async function peupler(banc: Banc, par: Pick<Banc, 'app' | 'poster'>, personnes: Personnes): Promise<string> {
  const { registre } = banc;
  const { id: agence } = personnes.agence;
  const accord = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' } as const;
  const arret = { type: 'ARRET_MALADIE', debut: dateCivile('2025-07-14'), fin: dateCivile('2025-07-25') } as const;
  const numero = await banc.ouvrir(agence, [accord, arret], { personnes });
  for (const [rang, type] of ['ESSAI', 'ENTRETIEN_A_FIXER'].entries()) {
    const tache = { cle: `${numero}/${type}`, numero, type, libelle: `Tâche ${rang} de ${agence}.` };
    const echeance = ajouterJours(dateCivile('2025-07-01'), rang);
    await deposerTache(registre, { ...tache, echeance }, MAINTENANT);
  }
  const sortie = { type: 'SORTIE', date: '2025-07-09', motif: 'MANQUEMENT', faits: 'Absence le 2 juin.' };
  await banc.envoyer(numero, 'consigner', { id: `manquement-${agence}`, auteur: 'une-autre', evenement: sortie });
  const dossier = `/dossiers/${numero}`;
  const rdv = `${dossier}/rendez-vous`;
  for (const jour of ['2025-07-28', '2025-07-29']) {
    const { html } = await lirePage(par, `${rdv}/nouveau?sorte=SUIVI`);
    const saisie = { sorte: 'SUIVI', mode: 'TELEPHONE', jour, heure: '9h30', _vus: '' };
    await par.poster(rdv, { ...champsDuFormulaire(html, `${rdv}/apercu`), ...saisie });
  }
  const [passe] = await listerRendezVous(registre, numero);
  await registre.pool.query(`UPDATE rendez_vous SET debut = '2025-07-09T07:30:00Z' WHERE id = $1`, [passe!.id]);
  await par.poster(`${dossier}/actions`, { id: passe!.id, quoi: `Appeler ${agence}`, pourLe: '2025-07-20' });
  const { html } = await lirePage(par, dossier);
  const retenir = champsDuFormulaire(html, `${dossier}/courriers/retenir`);
  await par.poster(`${dossier}/courriers/retenir`, { ...retenir, motif: 'Une adresse à vérifier' });
  await par.poster(`${dossier}/pieces`, { cle: 'PIECE_IDENTITE/ACCEPTATION', le: '20/3/25' });
  const formation = { id: passe!.id, intitule: `Formation de ${agence}`, entreePrevue: '1/9/25', financement: 'AIF' };
  await par.poster(`${dossier}/formations/preparer`, formation);
  await par.poster(`${dossier}/formations/demarche`, { formation: passe!.id, demarche: 'ORGANISMES', le: '8/7/25' });
  await par.poster(`${dossier}/notes`, { id: passe!.id, le: '8/7/25', texte: `Rappellera ${agence}` });
  await par.poster(`${dossier}/rappels`, { 'champ.jusquau': '2025-08-01', 'champ.motif': 'Hospitalisation' });
  return numero;
}
