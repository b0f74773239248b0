import { creerActivitesCourriers, type DemandeRemise } from '../../activities';
import { creerPosteEnFichiers } from '../../activities/canaux/poste';
import { creerSmsEnFichiers } from '../../activities/canaux/sms';
import { creerPostier } from '../../activities/postier';
import { ouvrirRegistre } from '../../registre';

/** What a process of its own needs to hand one letter over. */
export interface RemiseEnfant {
  registre: string;
  relais: string;
  poste: string;
  sms: string;
  demande: DemandeRemise;
}

async function remettre({ registre: url, relais, poste, sms, demande }: RemiseEnfant): Promise<string> {
  const registre = ouvrirRegistre(url);
  const postier = creerPostier({ url: relais }, 'Jalon <jalon@example.org>');
  const activites = creerActivitesCourriers({
    registre,
    postier,
    sms: creerSmsEnFichiers(sms),
    poste: creerPosteEnFichiers(poste),
    domaine: 'example.org',
    horloge: () => new Date(demande.maintenant),
  });
  try {
    return (await activites.remettre(demande)).statut;
  } catch (erreur) {
    return (erreur as Error).message;
  } finally {
    postier.fermer();
    await registre.fermer();
  }
}

void remettre(JSON.parse(process.argv[2]!) as RemiseEnfant).then((issue) => console.log(issue));
