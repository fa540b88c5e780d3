// PostGraphile over Anope's tables. Their foreign keys lead to the table of all objects, so that the way from
// an account to what belongs to it has to be said here.
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";

const edge = (column, field, back) =>
  `(${column}) references public.anope_db_account (id)|@fieldName ${field}|@foreignFieldName ${back}`;

const table = (name, ...foreignKey) => ({ tags: { name, foreignKey } });

export default {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ["public"] })],
  grafserv: { host: "127.0.0.1", graphiql: false, watch: false },
  plugins: [
    jsonPgSmartTags({
      version: 1,
      config: {
        class: {
          anope_db_account: table("account"),
          anope_db_nick: table("nick", edge("nc", "account", "nicks")),
          anope_db_nsaccess: table("mask", edge("account", "owner", "masks")),
          anope_db_channel: table(
            "channel",
            edge("founder", "founderAccount", "channels"),
            edge("successor", "successorAccount", "heirlooms"),
          ),
        },
      },
    }),
  ],
};
