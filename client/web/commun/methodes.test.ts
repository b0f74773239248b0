import { Hono } from 'hono';
import { methodesPermises } from './methodes';

it('une adresse répond aux méthodes de ses pages, et à elles seules', () => {
  const routes = new Hono();
  routes.get('/dossiers/:numero', (c) => c.text('dossier'));
  routes.get('/dossiers/:numero/evenement', (c) => c.text('formulaire'));
  routes.post('/dossiers/:numero/evenement', (c) => c.text('consigné'));
  routes.post('/dossiers/:numero/actions', (c) => c.text('ajoutée'));
  const app = new Hono();
  app.use((_, suite) => suite());
  app.route('/', routes);
  expect(methodesPermises(app, '/dossiers/1')).toEqual(['GET', 'HEAD']);
  expect(methodesPermises(app, '/dossiers/1/evenement')).toEqual(['GET', 'HEAD', 'POST']);
  expect(methodesPermises(app, '/dossiers/1/actions')).toEqual(['POST']);
  expect(methodesPermises(app, '/nulle-part')).toEqual([]);
});
