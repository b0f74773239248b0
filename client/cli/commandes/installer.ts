import type { Command } from 'commander';
import { urlRegistre } from '../../../commun/registre-local';
import { lireReglages, type Reglages } from '../../../commun/reglages';
import { migrationsAttendues, migrer } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { examinerEspace, installerEspace, type Manques } from '../../usages/installer-espace';
import { avecMoteur } from '../services';
import { type Console, dire, donner, MauvaisUsage } from '../sortie';

/** `installer`: the register's tables, the engine's namespace and its search attributes; done again, it changes nothing. */
export const installer = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Met à jour les tables du registre, puis crée dans le moteur l’espace de noms et les attributs de recherche qui manquent. Se relance sans risque : ce qui est là reste tel quel. À faire avant de lancer workers et outil web.',
    )
    .option('--dire', 'dit ce qui serait fait, sans rien changer')
    .option('--retention <jours>', 'jours pendant lesquels le moteur garde au moins un parcours terminé', '90')
    .option('--json', 'réponse lisible par une machine')
    .action(async (options: { dire?: boolean; retention: string; json?: boolean }) => {
      const reglages = lireReglages(console.env);
      const retention = jours(options.retention);
      const bilan = await faire(reglages, retention, options.dire ?? false);
      if (options.json) return donner(console, bilan);
      for (const phrase of phrases(bilan, reglages.temporal.espace, retention)) dire(console, phrase);
      if (options.dire) dire(console, 'Rien n’a été changé.');
    });

interface Bilan {
  migrations: string[];
  moteur: Manques;
}

async function faire(reglages: Reglages, retentionJours: number, seulementDire: boolean): Promise<Bilan> {
  const url = urlRegistre(reglages);
  const voulu = { espace: reglages.temporal.espace, retentionJours };
  // Both are looked at before either is changed: what refuses one leaves the other as it was.
  return avecMoteur(reglages, async ({ connection }) => {
    const prevu = { migrations: await migrationsAttendues(url), moteur: await examinerEspace(connection, voulu) };
    if (seulementDire) return prevu;
    return { migrations: await migrer(url), moteur: await installerEspace(connection, voulu) };
  });
}

function phrases({ migrations, moteur }: Bilan, espace: string, retention: number): string[] {
  const dites: string[] = [];
  if (migrations.length > 0) {
    dites.push(`Registre : ${compte(migrations.length, 'migration')} (${migrations.join(', ')}).`);
  }
  if (moteur.espace) dites.push(`Moteur : espace de noms « ${espace} », rétention ${compte(retention, 'jour')}.`);
  if (moteur.retentionJours !== null) {
    dites.push(
      `Moteur : rétention de « ${espace} », de ${compte(moteur.retentionJours, 'jour')} à ${compte(retention, 'jour')}.`,
    );
  }
  if (moteur.attributs.length > 0) dites.push(`Moteur : attributs de recherche ${moteur.attributs.join(', ')}.`);
  return dites.length > 0 ? dites : ['Le registre et le moteur ont déjà tout ce qu’il faut.'];
}

function jours(saisi: string): number {
  if (!/^[1-9]\d{0,4}$/.test(saisi))
    throw new MauvaisUsage(`--retention attend un nombre entier de jours, pas « ${saisi} ».`);
  return Number(saisi);
}
