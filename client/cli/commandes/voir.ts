import type { Command } from 'commander';
import { comparer, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { phrase } from '../../../domain/faits/erreurs';
import { residenceDe } from '../../../domain/faits/residence-de';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { echeancesDuJour } from '../../../domain/parcours/echeances-du-jour';
import type { Situation } from '../../../domain/parcours/situation';
import {
  courriersDuDossier,
  type DossierInscrit,
  lirePersonnes,
  listerTaches,
  messagesDuDossier,
} from '../../../registre';
import { enCoursDit } from '../../affichage/en-cours';
import { entreeEnClair } from '../../affichage/evenement';
import {
  instantEnClair,
  joursRestants,
  libellesDestinataire,
  libellesStatutFait,
  statutCourrierDit,
  titreCourrier,
} from '../../affichage/libelles';
import { faitDeTache } from '../../affichage/taches';
import { lireConnu } from '../../usages/commun/lire-connu';
import { bornes } from '../dire-apercu';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

/** `voir`: where a dossier stands, its next dates with their reasons, letters sent, journal, tasks. */
export const voir = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Montre où en est un dossier : étape, prochaines échéances avec leurs raisons, courriers, tâches, journal.',
    )
    .argument('<numero>', 'numéro du dossier')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, { json }: { json?: boolean }) => {
      const numero = numeroDonne(saisi);
      await avecRegistre(console, async ({ registre }) => {
        const inscrit = await lireConnu(registre, numero);
        const [personnes, taches, enAttente] = await Promise.all([
          lirePersonnes(registre, numero),
          listerTaches(registre, { numero, statut: 'A_FAIRE' }),
          messagesDuDossier(registre, numero),
        ]);
        const { situation, journal, version, majLe } = inscrit;
        if (json) {
          const courriers = await courriersDuDossier(registre, numero);
          return donner(console, {
            numero,
            version,
            majLe,
            statut: inscrit.statut,
            situation,
            journal,
            courriers,
            taches,
            enAttente: enAttente.map(({ id, acte, recuLe }) => ({ id, acte, recuLe })),
          });
        }
        const qui = personnes ? `${personnes.identite.prenom} ${personnes.identite.nom}` : 'Identité effacée';
        dire(console, `Dossier ${numero}, ${qui}${personnes ? ` (${personnes.agence.nom})` : ''}`);
        const enCours = enCoursDit(enAttente, inscrit, console.maintenant());
        if (enCours !== null) dire(console, enCours);
        if (situation === null)
          return dire(console, 'Ouverture en cours : les dates seront là dès que le parcours aura démarré.');
        const phase = situation.phase === null ? '' : ` (${situation.phase === 'PHASE_1' ? 'phase 1' : 'phase 2'})`;
        dire(console, `${situation.enUnePhrase}${phase}`);
        for (const code of situation.alertes) dire(console, `Alerte : ${phrase(code)} (${code})`);
        direEcheances(console, inscrit, situation);
        if (taches.length > 0) {
          dire(console, '\nTâches');
          for (const t of taches) {
            const fait = faitDeTache(t, journal);
            const quoi = fait === null ? t.libelle : `${t.libelle} « ${fait} »`;
            dire(console, `- ${quoi}${t.echeance ? ` (${enChiffres(t.echeance)})` : ''}`);
          }
        }
        direCourriers(console, situation);
        direJournal(console, inscrit, situation);
        const zone = fuseau(residenceDe(inscrit));
        dire(console, `\nVersion ${version}, écrite le ${instantEnClair(majLe, zone)}.`);
      });
    });

function direEcheances(console: Console, { dossier, journal }: DossierInscrit, situation: Situation): void {
  const zone = fuseau(residenceDe({ dossier, journal }));
  const jour = dateLocale(console.maintenant(), zone);
  const aVenir = echeancesDuJour(situation, jour).filter(
    (e) => e.statut === 'A_VENIR' || (e.statut === 'PASSEE' && e.cle === situation.prochaine?.cle),
  );
  dire(console, '\nProchaines échéances');
  if (aVenir.length === 0) {
    dire(console, 'Aucune.');
    return;
  }
  const colonnes = [
    { titre: 'Échéance', max: 26 },
    { titre: 'Date', max: 23 },
    { titre: 'Reste', max: 14 },
    { titre: 'Pourquoi' },
  ];
  dire(
    console,
    tableau(
      colonnes,
      aVenir.map((e) => [e.libelle, bornes(e), joursRestants(joursEntre(jour, e.date)), `${e.pourquoi} (${e.regle})`]),
    ),
  );
}

function direCourriers(console: Console, { courriers }: Situation): void {
  const partis = courriers
    .filter((c) => c.statut !== 'A_VENIR' && c.statut !== 'REPRIS')
    .sort((a, b) => comparer(a.date, b.date));
  if (partis.length === 0) return;
  dire(console, '\nCourriers');
  const colonnes = [{ titre: 'Date' }, { titre: 'Courrier' }, { titre: 'À' }, { titre: 'État' }];
  dire(
    console,
    tableau(
      colonnes,
      partis.map((c) => [
        enChiffres(c.date),
        titreCourrier(c.code),
        libellesDestinataire[c.destinataire],
        statutCourrierDit(c),
      ]),
    ),
  );
}

function direJournal(console: Console, { dossier, journal }: DossierInscrit, { faits }: Situation): void {
  if (journal.length === 0) return;
  const { vivants } = resoudreJournal(dossier, journal);
  dire(console, '\nJournal');
  const colonnes = [{ titre: 'Entrée', max: 36 }, { titre: 'Ce qui a été consigné' }, { titre: 'Suite', max: 40 }];
  const lignes = journal.map((e) => {
    const fait = faits.find((f) => f.id === e.id);
    const enVigueur = vivants.get(e.id)?.id === e.id;
    const suite =
      fait && enVigueur
        ? `${libellesStatutFait[fait.statut]}${fait.code ? ` : ${fait.phrase} (${fait.code})` : ''}`
        : '';
    const perimee = !enVigueur && e.acte !== 'annuler' ? 'corrigé ou annulé depuis' : '';
    return [e.id, entreeEnClair(e, journal, dossier), suite || perimee];
  });
  dire(console, tableau(colonnes, lignes));
}
