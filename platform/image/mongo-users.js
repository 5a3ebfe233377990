// A user for each service, with rights on its own databases alone; run again it changes nothing but passwords.
const fs = require('fs');
const secret = name => fs.readFileSync('/run/secrets/' + name, 'utf8').trim();
const databases = {
  identity: ['tsunagu-identity'],
  directory: ['tsunagu-directory'],
  intake: ['tsunagu-intake', 'tsunagu-vault'],
  referral: ['tsunagu-referral'],
  'follow-up': ['tsunagu-follow-up'],
  notification: ['tsunagu-notification'],
  portal: ['tsunagu-portal'],
};
const admin = connect('mongodb://root:' + encodeURIComponent(secret('root')) + '@mongo:27017/admin?replicaSet=tsunagu');
for (const [name, own] of Object.entries(databases)) {
  const as = {pwd: secret(name), roles: own.map(db => ({role: 'readWrite', db}))};
  if (admin.getUser(name)) admin.updateUser(name, as);
  else admin.createUser({user: name, ...as});
}
