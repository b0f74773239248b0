export default class Monde {
  constructor(config: object, contexte: object);
  teardown(): Promise<void>;
}
