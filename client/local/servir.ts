import { creerJournal, type Journal } from '../../commun/journaux';
import { refuserDemonstration, refuserExemples } from '../../commun/refus-production';
import { urlRegistre } from '../../commun/registre-local';
import { ErreurReglage, lireReglages, type Reglages } from '../../commun/reglages';
import { installerDossierReglements } from '../../commun/reglements';
import { ouvrirSillage, SANS_COLLECTEUR } from '../../commun/sillage/ouvrir';
import { comptesDeDemonstration, migrer, ouvrirRegistre } from '../../registre';
import { direPanne, panneDe } from '../affichage/pannes';
import { connecter, ErreurMoteur } from '../temporal';
import { demarrerMesures } from './serveur-mesures';
import { demarrerWeb } from './serveur-web';

/** `npm run web`: the web tool alone, over a register and an engine that run elsewhere, until it is told to stop. */
async function servir(reglages: Reglages, journal: Journal): Promise<void> {
  const arret = new Promise<void>((arreter) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => arreter());
  });
  const production = reglages.profil === 'production';
  if (production) {
    exigerTls(reglages);
    refuserExemples(reglages);
  }
  installerDossierReglements(reglages.reglements);
  const url = urlRegistre(reglages);
  await migrer(url);
  const registre = ouvrirRegistre(url, {
    surConnexionPerdue: (erreur) => journal.warn({ err: erreur }, 'connexion au registre perdue'),
  });
  try {
    if (production) refuserDemonstration(await comptesDeDemonstration(registre));
    const temporal = await connecter(reglages);
    try {
      const signaler = (erreur: unknown) =>
        journal.error({ err: erreur }, panneDe(erreur)?.phrase ?? 'une page a échoué');
      const mesures = await demarrerMesures(reglages, { registre, temporal });
      try {
        const web = await demarrerWeb(reglages, { registre, temporal }, null, signaler);
        journal.info({ profil: reglages.profil, port: reglages.port }, 'l’outil web est prêt');
        await arret;
        await web.arreter();
      } finally {
        await mesures?.arreter();
      }
    } finally {
      await temporal.connection.close();
    }
  } finally {
    await registre.fermer();
  }
  journal.info('l’outil web est arrêté');
}

/** Sessions would travel in clear, and whoever reaches the port would be believed. */
function exigerTls({ url, mandataires }: Reglages): void {
  const fautes = [
    ...(url?.startsWith('https://')
      ? []
      : ['JALON_URL doit être l’adresse https:// sous laquelle l’outil web est ouvert.']),
    ...(mandataires.length > 0
      ? []
      : ['JALON_MANDATAIRES doit nommer le mandataire qui tient TLS devant l’outil web, par exemple 10.0.0.5.']),
  ];
  if (fautes.length > 0)
    throw new ErreurReglage(
      ['JALON_PROFIL vaut « production », et l’outil web n’y démarre que derrière TLS.', ...fautes].join('\n'),
    );
}

async function main(): Promise<void> {
  const reglages = lireReglages();
  const journal = creerJournal(reglages, 'web');
  for (const avertissement of reglages.avertissements) journal.warn(avertissement);
  const fermerSillage = await ouvrirSillage(reglages, 'web', (raison) => journal.warn({ raison }, SANS_COLLECTEUR));
  try {
    await servir(reglages, journal);
  } finally {
    await fermerSillage();
  }
}

main().catch((erreur: Error) => {
  const attendue = erreur instanceof ErreurReglage || erreur instanceof ErreurMoteur;
  const panne = attendue ? null : panneDe(erreur);
  console.error(attendue ? erreur.message : panne === null ? erreur : direPanne(panne));
  process.exitCode = 1;
});
