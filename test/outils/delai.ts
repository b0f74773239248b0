// Real servers start in these tests.
jest.setTimeout(60_000);
