import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import { reserveDite } from '../../../domain/parcours/reserve-dite';
import { listerAgences, listerReferents } from '../../../registre';
import { ecartDit } from '../../affichage/departs';
import { libelleEtape, libellesDestinataire, titreCourrier } from '../../affichage/libelles';
import { Refus } from '../../usages/commun/refus';
import { connuesDe, reconnaitre } from '../../usages/ouverture/reconnaitre';
import { ouvrirParcours, reprendreOuverture } from '../../usages/ouvrir';
import { type Projet, previsualiserOuverture } from '../../usages/previsualiser-ouverture';
import { auteurDe, avecParcours, exigerAgence } from '../services';
import { type Console, dire, donner, lireJson } from '../sortie';

/** `ouvrir`: one journey from one document. */
export const ouvrir = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Ouvre un parcours à partir d’un document JSON : les champs du dossier, l’identité, l’employeur, l’agence, le référent, et au besoin dateReprise, evenements, reference. Le même document n’ouvre jamais deux parcours. Voir docs/import.md.',
    )
    .argument('<document>', 'fichier JSON, ou - pour l’entrée standard')
    .option('--json', 'réponse lisible par une machine')
    .action(async (chemin: string, { json }: { json?: boolean }) => {
      const brut = await lireJson(console, chemin);
      await avecParcours(console, async (s) => {
        const maintenant = console.maintenant();
        const [agences, referents] = await Promise.all([listerAgences(s.registre), listerReferents(s.registre)]);
        const examen = previsualiserOuverture(brut, {
          agences,
          referents,
          maintenant,
          envoi: s.envoi,
          auteur: auteurDe(console),
        });
        if (!examen.ok) throw new Refus(examen.erreurs);
        const { demande } = examen.projet;
        exigerAgence(console, demande.personnes.agence.id);
        const reconnue = reconnaitre(await connuesDe(s.registre, [demande]), demande);
        if (reconnue.refus !== null) throw new Refus([reconnue.refus]);
        if (reconnue.numero !== null) await reprendreOuverture(s, reconnue.numero);
        const { numero, nouveau } =
          reconnue.numero === null
            ? await ouvrirParcours(s, demande, maintenant)
            : { numero: reconnue.numero, nouveau: false };
        const { etat, phase, prochaine, departs } = examen.projet;
        const avertissements = [...examen.projet.avertissements, ...reconnue.avertissements];
        if (json) return donner(console, { numero, nouveau, etat, phase, prochaine, departs, avertissements });
        if (nouveau) direProjet(console, numero, examen.projet);
        else
          dire(console, `Ce parcours est déjà ouvert sous le numéro ${numero} : rien n’a été ouvert une seconde fois.`);
        for (const a of avertissements) dire(console, `Attention : ${a.phrase} (${a.code})`);
      });
    });

function direProjet(console: Console, numero: string, { etat, phase, prochaine, departs }: Projet): void {
  dire(console, `Parcours ouvert sous le numéro ${numero}.`);
  dire(console, `Étape : ${libelleEtape(etat, phase)}.`);
  if (prochaine)
    dire(
      console,
      `Prochaine échéance : ${prochaine.libelle}, le ${enChiffres(prochaine.date)}${reserveDite(prochaine)}.`,
    );
  for (const c of departs) {
    dire(
      console,
      `Part d’ici 7 jours : ${titreCourrier(c.code)} (${libellesDestinataire[c.destinataire]}), ${c.immediat ? 'aujourd’hui' : `le ${enChiffres(c.jour)}`}${ecartDit({ date: c.date, raison: c.raison })}.`,
    );
  }
}
