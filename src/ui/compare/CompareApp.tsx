import { Text } from 'ink';
export function CompareApp(props: any) {
  return <Text>{props.about}</Text>;
}
